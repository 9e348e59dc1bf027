using Npgsql;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Credits;

/// <summary>Writes credits and their ledger entries.</summary>
internal static class CreditTables
{
    private const string Insert =
        """
        insert into credits (id, organization_id, amount, currency, job_event_id, reason, given_at, given_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict do nothing
        """;

    private const string Post =
        """
        insert into ledger_entries (event_id, seq, kind, organization_id, rate_card_version, currency, llm_fee, agent_fee, tools_fee, total,
            llm_cost, tools_cost, cost, usage_period, posting_period, occurred_at, posted_at, posted_by, reverses_seq, reason)
        values ($1, 1, 'credit', $2, null, $3, 0, 0, 0, $4, 0, 0, 0, $5, $5, $6, $6, $7, null, $8)
        """;

    /// <summary>Inserts both, within the transaction of the connection; the database decides who was first.</summary>
    public static async Task<CreditInsertion> InsertAsync(NpgsqlConnection connection, Credit credit, string by, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand(Insert, connection);
        insert.Parameters.AddAll(
            credit.Id, credit.OrganizationId, credit.Amount.Amount, credit.Amount.Currency.Code, credit.JobEventId, credit.Reason, credit.GivenAt, by);

        if (await insert.ExecuteNonQueryAsync(cancellationToken) == 0)
            return await IsKnownAsync(connection, credit.Id, cancellationToken) ? CreditInsertion.SameAgain : CreditInsertion.JobCredited;

        await using var post = new NpgsqlCommand(Post, connection);
        post.Parameters.AddAll(
            credit.Id, credit.OrganizationId, credit.Amount.Currency.Code, -credit.Amount.Amount, UsagePeriod.Of(credit.GivenAt), credit.GivenAt, by, credit.Reason);
        await post.ExecuteNonQueryAsync(cancellationToken);

        return CreditInsertion.Inserted;
    }

    private static async Task<bool> IsKnownAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select exists (select from credits where id = $1)", connection);
        command.Parameters.AddAll(id);

        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
