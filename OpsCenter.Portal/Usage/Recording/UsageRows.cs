using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Ledger;
using OpsCenter.Portal.Usage.Rollups;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>The rows of a group: events, first charges, holds, and what they add to the roll-ups.</summary>
internal sealed class UsageRows(PostingBook book)
{
    private const string InsertEvents =
        """
        insert into usage_events (event_id, occurred_at, received_at, source, job_id, customer_ref, organization_id, member_ref,
            agent_name, route, byok, status, input_tokens, output_tokens, cached_input_tokens, cache_write_tokens, reasoning_tokens,
            provider_cost, tools, metadata)
        select * from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[],
            $9::text[], $10::text[], $11::boolean[], $12::text[], $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[], $17::bigint[],
            $18::numeric[], $19::jsonb[], $20::jsonb[])
        """;

    private const string InsertHolds =
        """
        insert into holds (event_id, occurred_at, organization_id, customer_ref, causes, rate_card_version, tried_version, exposure, currency, held_at)
        select * from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::jsonb[], $6::integer[], $7::integer[], $8::numeric[],
            $9::text[], $10::timestamptz[])
        """;

    private readonly List<(StoredUsage Job, Guid? Organization)> events = [];
    private readonly List<LedgerEntry> charges = [];
    private readonly List<(StoredUsage Job, Guid? Organization, RateCard Card, PricingResult.Held Held)> holds = [];
    private readonly RollupChanges rollups = new();

    /// <summary>Adds a job with its charge or its hold.</summary>
    public void Add(StoredUsage job, Guid? organization, RateCard card, PricingResult result)
    {
        events.Add((job, organization));
        var rolled = job.ToRollup(organization, card.Content.Currency);
        rollups.AddJob(rolled);

        if (organization is { } counted)
            book.Count(counted, job.OccurredAt, job.Report.Usage, Meters.SearchesOf(card, job.Report.Usage));

        switch (result)
        {
            case PricingResult.Priced { Price: var price } when organization is { } customer:
                charges.Add(FirstCharge(job, customer, card.Version, price));
                rollups.AddCharge(rolled, card, price);
                break;
            case PricingResult.Held held:
                holds.Add((job, organization, card, held));
                rollups.AddHold(rolled, held.Exposure);
                break;
            default:
                throw new InvalidOperationException("A job without a customer cannot be charged.");
        }
    }

    /// <summary>Writes all rows, the roll-ups last, and commits, all in one round trip.</summary>
    public void Commit(NpgsqlConnection connection)
    {
        using var batch = new NpgsqlBatch(connection);

        if (events.Count > 0)
        {
            batch.BatchCommands.Add(EventsCommand());
        }

        LedgerTable.AddTo(batch, charges, book);

        if (holds.Count > 0)
        {
            batch.BatchCommands.Add(HoldsCommand());
        }

        rollups.AddTo(batch);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        batch.Prepare();
        batch.ExecuteNonQuery();
    }

    private NpgsqlBatchCommand EventsCommand()
    {
        var rows = new ColumnArrays<(StoredUsage Job, Guid? Organization)>(InsertEvents, [.. events]);
        rows.Add(e => e.Job.EventId);
        rows.Add(e => e.Job.OccurredAt.UtcDateTime);
        rows.Add(e => e.Job.ReceivedAt.UtcDateTime);
        rows.Add(e => e.Job.Source);
        rows.Add(e => e.Job.Report.JobId);
        rows.Add(e => e.Job.Report.CustomerRef);
        rows.Add(e => e.Organization);
        rows.Add(e => e.Job.Report.MemberRef);
        rows.Add(e => e.Job.Report.Usage.Agent);
        rows.Add(e => e.Job.Report.Usage.Route);
        rows.Add(e => e.Job.Report.Usage.Byok);
        rows.Add(e => EnumText<JobStatus>.Of(e.Job.Report.Usage.Status));
        rows.Add(e => e.Job.Report.Usage.InputTokens);
        rows.Add(e => e.Job.Report.Usage.OutputTokens);
        rows.Add(e => e.Job.Report.Usage.CachedInputTokens);
        rows.Add(e => e.Job.Report.Usage.CacheWriteTokens);
        rows.Add(e => e.Job.Report.ReasoningTokens);
        rows.Add(e => e.Job.Report.Usage.ProviderCost);
        rows.AddJson(e => ToJson(e.Job.Report.Usage.Tools));
        rows.AddJson(e => ToJson(e.Job.Report.Metadata));

        return rows.Command;
    }

    private NpgsqlBatchCommand HoldsCommand()
    {
        var rows = new ColumnArrays<(StoredUsage Job, Guid? Organization, RateCard Card, PricingResult.Held Held)>(InsertHolds, [.. holds]);
        rows.Add(h => h.Job.EventId);
        rows.Add(h => h.Job.OccurredAt.UtcDateTime);
        rows.Add(h => h.Organization);
        rows.Add(h => h.Job.Report.CustomerRef);
        rows.AddJson(h => ToJson(h.Held.Causes));
        rows.Add(h => h.Card.Version);
        rows.Add(h => h.Card.Version);
        rows.Add(h => h.Held.Exposure.Amount);
        rows.Add(h => h.Held.Exposure.Currency.Code);
        rows.Add(h => h.Job.ReceivedAt.UtcDateTime);

        return rows.Command;
    }

    private static LedgerEntry FirstCharge(StoredUsage job, Guid organization, int version, JobPrice price) => new()
    {
        EventId = job.EventId,
        Seq = 1,
        Kind = LedgerEntryKind.Charge,
        OrganizationId = organization,
        RateCardVersion = version,
        Price = price,
        OccurredAt = job.OccurredAt,
        PostedAt = job.ReceivedAt,
        PostedBy = job.PostedBy,
    };

    private static string ToJson(ImmutableArray<ToolUse> tools) =>
        tools.IsEmpty ? "[]" : JsonSerializer.Serialize(tools.Select(t => new { tool = t.Tool, units = DecimalText.Format(t.Units) }));

    private static string ToJson(ImmutableSortedDictionary<string, string> metadata) =>
        metadata.IsEmpty ? "{}" : JsonSerializer.Serialize(metadata);

    private static string ToJson(ImmutableArray<HoldCause> causes) =>
        JsonSerializer.Serialize(causes.Select(c => new { reason = EnumText<HoldReason>.Of(c.Reason), subject = c.Subject }));
}
