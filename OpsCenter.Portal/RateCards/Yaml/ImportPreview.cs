using System.Collections.Immutable;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>What importing a file would do. Looking changes nothing.</summary>
public abstract record ImportPreview
{
    private ImportPreview()
    {
    }

    /// <summary>The file cannot be imported.</summary>
    /// <param name="Problems">All that is wrong, in the order of the file; at least one.</param>
    public sealed record Refused(ImmutableArray<YamlProblem> Problems) : ImportPreview;

    /// <summary>The file can be imported.</summary>
    /// <param name="BaseVersion">The version the draft stands on.</param>
    /// <param name="DraftSavedAt">The state of the draft that was compared with; null when there is none.</param>
    /// <param name="Rows">Rows that would change; none when the file says what the card with the draft says.</param>
    public sealed record Readable(int BaseVersion, DateTimeOffset? DraftSavedAt, ImmutableArray<ImportRow> Rows) : ImportPreview;
}
