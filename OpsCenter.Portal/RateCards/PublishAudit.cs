using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Audit;

namespace OpsCenter.Portal.RateCards;

/// <summary>The audit row of a published version: per changed row the cells before and after.</summary>
internal static class PublishAudit
{
    public static AuditRecord Of(RateCardVersion version, IReadOnlyList<RowDifference> differences) => new(
        version.Scheduled ? "rate_card.scheduled" : "rate_card.published",
        "rate_card",
        $"{version.Version}",
        Before: State(differences, d => d.Before is not null, f => f.Before),
        After: State(differences, d => d.After is not null, f => f.After),
        Reason: version.Note);

    /// <summary>The audit row of a scheduled version that was called off.</summary>
    public static AuditRecord Cancelled(RateCardVersion version, string reason) =>
        new("rate_card.cancelled", "rate_card", $"{version.Version}", Before: new { version.EffectiveFrom, version.Note }, Reason: reason);

    private static Dictionary<string, Dictionary<string, string>> State(
        IEnumerable<RowDifference> differences, Func<RowDifference, bool> exists, Func<FieldDifference, string> text) =>
        differences.Where(exists).ToDictionary(
            d => $"{DraftJson.Write(d.Key.Section)}/{d.Key.Name}",
            d => d.Fields.ToDictionary(f => f.Column.Name, text, StringComparer.Ordinal),
            StringComparer.Ordinal);
}
