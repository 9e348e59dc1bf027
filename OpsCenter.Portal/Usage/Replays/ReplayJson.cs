using System.Collections.Immutable;
using System.Text.Json;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>A result as the database keeps it. Amounts are JSON numbers, which PostgreSQL keeps to the last digit.</summary>
internal static class ReplayJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Write(ReplayResult result) => JsonSerializer.Serialize(
        new Stored(
            result.Total.RevenueBefore.Currency.Code,
            Of(result.Total),
            [.. result.Groups.Select(g => new StoredGroup(EnumText<ReplayDimension>.Of(g.Dimension), g.Name, Of(g.Figures)))],
            [.. result.Missing.Select(m => new StoredMissing(EnumText<HoldReason>.Of(m.Cause.Reason), m.Cause.Subject, m.Jobs, m.Revenue.Amount))],
            new StoredHolds(result.Holds.Jobs, result.Holds.PricedJobs, result.Holds.Revenue.Amount, result.Holds.Cost.Amount)),
        Options);

    public static ReplayResult Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, Options) ?? throw new InvalidOperationException("A stored replay is JSON null.");
        var currency = Currency.Of(stored.Currency);

        return new ReplayResult(
            Figures(stored.Total),
            [.. stored.Groups.Select(g => new ReplayGroup(EnumText<ReplayDimension>.Parse(g.Dimension), g.Name, Figures(g.Figures)))],
            [.. stored.Missing.Select(m => new ReplayMissing(new HoldCause(EnumText<HoldReason>.Parse(m.Reason), m.Subject), m.Jobs, Amount(m.Revenue)))],
            new ReplayedHolds(stored.Holds.Jobs, stored.Holds.PricedJobs, Amount(stored.Holds.Revenue), Amount(stored.Holds.Cost)));

        Money Amount(decimal amount) => new(amount, currency);

        ReplayFigures Figures(StoredFigures f) => new(
            f.Jobs, f.Dearer, f.Cheaper, f.Held, Amount(f.RevenueBefore), Amount(f.RevenueAfter), Amount(f.CostBefore), Amount(f.CostAfter));
    }

    private static StoredFigures Of(ReplayFigures f) => new(
        f.Jobs,
        f.DearerJobs,
        f.CheaperJobs,
        f.HeldJobs,
        f.RevenueBefore.Amount,
        f.RevenueAfter.Amount,
        f.CostBefore.Amount,
        f.CostAfter.Amount);

    private sealed record Stored(
        string Currency, StoredFigures Total, ImmutableArray<StoredGroup> Groups, ImmutableArray<StoredMissing> Missing, StoredHolds Holds);

    private sealed record StoredFigures(
        long Jobs, long Dearer, long Cheaper, long Held, decimal RevenueBefore, decimal RevenueAfter, decimal CostBefore, decimal CostAfter);

    private sealed record StoredGroup(string Dimension, string? Name, StoredFigures Figures);

    private sealed record StoredMissing(string Reason, string Subject, long Jobs, decimal Revenue);

    private sealed record StoredHolds(long Jobs, long PricedJobs, decimal Revenue, decimal Cost);
}
