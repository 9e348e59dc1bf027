using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>The rows of a file that the operator takes.</summary>
/// <param name="BaseVersion">The version the preview stood on.</param>
/// <param name="DraftSavedAt">The state of the draft that was compared with; null when there was none.</param>
/// <param name="Rows">Each row as the file has it; null: it shall go.</param>
public sealed record ImportRateCardInput(int BaseVersion, DateTimeOffset? DraftSavedAt, IReadOnlyDictionary<RateCardRowKey, RateCardRow?> Rows)
{
    /// <summary>What a preview offered and the operator took.</summary>
    public static ImportRateCardInput Of(ImportPreview.Readable preview, IEnumerable<RowDifference> taken) =>
        new(preview.BaseVersion, preview.DraftSavedAt, taken.ToDictionary(d => d.Key, d => d.After));
}
