using Npgsql;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Ledger;
using OpsCenter.Portal.Usage.Rollups;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Writes what becomes of held jobs: charges and holds first, and last, before the commit, the roll-ups.</summary>
internal static class HoldChanges
{
    private const string UpdateHolds =
        """
        update holds h
        set organization_id = n.organization_id, assigned_at = n.assigned_at, tried_version = n.tried_version, proposed_version = n.proposed_version,
            proposed_total = n.proposed_total, state = n.state, resolved_at = n.resolved_at, resolved_by = n.resolved_by, resolution = n.resolution
        from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::integer[], $5::integer[], $6::numeric[], $7::text[], $8::timestamptz[], $9::text[],
            $10::text[]) as n(event_id, organization_id, assigned_at, tried_version, proposed_version, proposed_total, state, resolved_at, resolved_by,
            resolution)
        where h.event_id = n.event_id
        """;

    /// <summary>Writes charges and holds; the caller has locked the holds.</summary>
    public static async Task WriteAsync(
        NpgsqlConnection connection, IReadOnlyList<HoldChange> changes, DateTimeOffset now, string postedBy, CancellationToken cancellationToken)
    {
        Guid[] customers = [.. changes.Select(change => change.After.OrganizationId).OfType<Guid>().Distinct()];
        var book = await PostingBook.OpenAsync(connection, customers, changes.Min(change => change.After.OccurredAt), cancellationToken);
        await using var batch = new NpgsqlBatch(connection);

        // A job that comes to its customer only now was counted on nobody's meters.
        foreach (var (before, after, card, _) in changes)
        {
            if (card is not null && before.OrganizationId is null && after.OrganizationId is { } customer)
                book.Count(customer, after.OccurredAt, after.Usage, Meters.SearchesOf(card, after.Usage));
        }

        LedgerTable.AddTo(batch, changes.Where(c => c.Price is not null).Select(c => ChargeOf(c, now, postedBy)), book);
        batch.BatchCommands.Add(UpdateCommand([.. changes.Select(change => change.After)]));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What the changes add to the roll-ups; to be written last.</summary>
    public static RollupChanges RollupsOf(IReadOnlyList<HoldChange> changes)
    {
        var rollups = new RollupChanges();

        foreach (var (before, after, card, price) in changes)
        {
            if (after.State is not HoldState.Open || before.OrganizationId != after.OrganizationId)
                rollups.EndHold(before.Rolled, before.Exposure);

            if (before.OrganizationId != after.OrganizationId)
            {
                rollups.RemoveJob(before.Rolled);
                rollups.AddJob(after.Rolled);

                if (after.State is HoldState.Open)
                    rollups.AddHold(after.Rolled, after.Exposure);
            }

            if (card is not null && price is not null)
                rollups.AddCharge(after.Rolled, card, price);
        }

        return rollups;
    }

    private static LedgerEntry ChargeOf(HoldChange change, DateTimeOffset now, string postedBy) => new()
    {
        EventId = change.After.EventId,
        Seq = 1,
        Kind = LedgerEntryKind.Charge,
        OrganizationId = change.After.OrganizationId ?? throw new InvalidOperationException("A job without a customer cannot be charged."),
        RateCardVersion = change.Card?.Version ?? throw new InvalidOperationException("A charge needs the version that made it."),
        Price = change.Price ?? throw new InvalidOperationException("A charge needs a price."),
        OccurredAt = change.After.OccurredAt,
        PostedAt = now,
        PostedBy = postedBy,
    };

    private static NpgsqlBatchCommand UpdateCommand(HeldJob[] holds)
    {
        var rows = new ColumnArrays<HeldJob>(UpdateHolds, holds);
        rows.Add(h => h.EventId);
        rows.Add(h => h.OrganizationId);
        rows.Add(h => h.AssignedAt?.UtcDateTime);
        rows.Add(h => h.TriedVersion);
        rows.Add(h => h.Proposal?.Version);
        rows.Add(h => h.Proposal?.Total.Amount);
        rows.Add(h => EnumText<HoldState>.Of(h.State));
        rows.Add(h => h.ResolvedAt?.UtcDateTime);
        rows.Add(h => h.ResolvedBy);
        rows.Add(h => h.Resolution);

        return rows.Command;
    }
}
