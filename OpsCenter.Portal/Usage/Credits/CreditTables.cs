using Npgsql;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Credits;

/// <summary>Writes credits and their ledger entries.</summary>
internal static class CreditTables
{
    private const string Insert =
        """
        insert into credits (id, organization_id, amount, currency, job_event_id, reason, given_at, given_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string Post =
        """
        insert into ledger_entries (event_id, seq, kind, organization_id, rate_card_version, currency, llm_fee, agent_fee, tools_fee, total,
            llm_cost, tools_cost, cost, usage_period, posting_period, occurred_at, posted_at, posted_by, reverses_seq, reason,
            billing_period_id)
        values ($1, 1, 'credit', $2, null, $3, 0, 0, 0, $4, 0, 0, 0, $5, $5, $6, $6, $7, null, $8, $9)
        """;

    /// <summary>Inserts both, within the transaction of the connection, which has locked the job or the credit: nobody else is at it.</summary>
    public static async Task InsertAsync(NpgsqlConnection connection, Credit credit, string by, CancellationToken cancellationToken)
    {
        var book = await PostingBook.OpenAsync(connection, [credit.OrganizationId], credit.GivenAt, cancellationToken);
        var posting = book.Credit(credit.OrganizationId, credit.Amount.Amount, credit.GivenAt);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Insert), new NpgsqlBatchCommand(Post) } };
        batch.BatchCommands[0].Parameters.AddAll(
            credit.Id, credit.OrganizationId, credit.Amount.Amount, credit.Amount.Currency.Code, credit.JobEventId, credit.Reason, credit.GivenAt, by);
        batch.BatchCommands[1].Parameters.AddAll(
            credit.Id, credit.OrganizationId, credit.Amount.Currency.Code, -credit.Amount.Amount, posting.PostingPeriod, credit.GivenAt, by, credit.Reason,
            posting.BillingPeriodId);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await book.SaveAsync(connection, cancellationToken);
    }

    /// <summary>Whether a credit was given by an earlier try.</summary>
    public static async Task<bool> IsKnownAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select exists (select from credits where id = $1)", connection);
        command.Parameters.AddAll(id);

        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
