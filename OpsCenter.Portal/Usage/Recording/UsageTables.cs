using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Ledger;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Writes the tables of the usage path, inside the caller's transaction.</summary>
internal static class UsageTables
{
    private const string InsertEvent =
        """
        insert into usage_events (event_id, occurred_at, received_at, source, job_id, customer_ref, organization_id, member_ref,
            agent_name, route, byok, status, input_tokens, output_tokens, cached_input_tokens, cache_write_tokens, reasoning_tokens,
            provider_cost, tools, metadata)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        """;

    private const string InsertHold =
        """
        insert into holds (event_id, occurred_at, organization_id, customer_ref, causes, rate_card_version, exposure, currency, held_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    /// <summary>The database decides who was first: false when the key is taken.</summary>
    public static async Task<bool> ClaimKeyAsync(NpgsqlConnection connection, StoredUsage stored, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into usage_keys (source, job_id, event_id, occurred_at, content_hash) values ($1, $2, $3, $4, $5)
            on conflict do nothing
            """,
            connection);
        command.Parameters.AddAll(stored.Source, stored.Report.JobId, stored.EventId, stored.OccurredAt, stored.Report.ContentHash.ToArray());

        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>
    /// Share-locks the gate, then reads the version in force and the customer. Two statements, because the second must see what a
    /// publisher committed while the first one waited.
    /// </summary>
    public static async Task<PricingContext> ReadContextAsync(
        NpgsqlConnection connection, DateTimeOffset pricedAt, string customerRef, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(RateCardGate.Share),
                new NpgsqlBatchCommand(
                    """
                    select (select max(version) from rate_card_versions where effective_from <= $1),
                           (select id from organizations where id = $2)
                    """),
            },
        };
        Guid? organization = Guid.TryParse(customerRef, out var id) ? id : null;
        batch.BatchCommands[1].Parameters.AddAll(pricedAt, organization);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return new PricingContext(reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetGuid(1));
    }

    /// <summary>Stores the job with its charge or its hold.</summary>
    public static async Task InsertAsync(
        NpgsqlConnection connection,
        StoredUsage stored,
        PricingContext context,
        RateCard card,
        PricingResult result,
        string postedBy,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(EventCommand(stored, context.OrganizationId));
        batch.BatchCommands.Add(result switch
        {
            PricingResult.Priced priced when context.OrganizationId is { } organization =>
                LedgerTable.InsertCommand(FirstCharge(stored, organization, card.Version, priced.Price, postedBy)),
            PricingResult.Held held => HoldCommand(stored, context.OrganizationId, card, held),
            _ => throw new InvalidOperationException("A job without a customer cannot be charged."),
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand EventCommand(StoredUsage stored, Guid? organization)
    {
        var (report, usage) = (stored.Report, stored.Report.Usage);
        var command = new NpgsqlBatchCommand(InsertEvent);
        command.Parameters.AddAll(
            stored.EventId, stored.OccurredAt, stored.ReceivedAt, stored.Source, report.JobId, report.CustomerRef, organization,
            report.MemberRef, usage.Agent, usage.Route, usage.Byok, EnumText<JobStatus>.Of(usage.Status), usage.InputTokens,
            usage.OutputTokens, usage.CachedInputTokens, usage.CacheWriteTokens, report.ReasoningTokens, usage.ProviderCost);
        command.Parameters.AddJson(usage.Tools.Select(t => new { tool = t.Tool, units = DecimalText.Format(t.Units) }));
        command.Parameters.AddJson(report.Metadata);

        return command;
    }

    private static LedgerEntry FirstCharge(StoredUsage stored, Guid organization, int version, JobPrice price, string postedBy) => new()
    {
        EventId = stored.EventId,
        Seq = 1,
        Kind = LedgerEntryKind.Charge,
        OrganizationId = organization,
        RateCardVersion = version,
        Price = price,
        OccurredAt = stored.OccurredAt,
        PostedAt = stored.ReceivedAt,
        PostedBy = postedBy,
    };

    private static NpgsqlBatchCommand HoldCommand(StoredUsage stored, Guid? organization, RateCard card, PricingResult.Held held)
    {
        var command = new NpgsqlBatchCommand(InsertHold);
        command.Parameters.AddAll(stored.EventId, stored.OccurredAt, organization, stored.Report.CustomerRef);
        command.Parameters.AddJson(held.Causes.Select(c => new { reason = EnumText<HoldReason>.Of(c.Reason), subject = c.Subject }));
        command.Parameters.AddAll(card.Version, held.Exposure.Amount, held.Exposure.Currency.Code, stored.ReceivedAt);

        return command;
    }
}
