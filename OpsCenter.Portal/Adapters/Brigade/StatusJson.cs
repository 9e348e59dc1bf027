using OpsCenter.Domain.Integrations;

namespace OpsCenter.Portal.Adapters.Brigade;

/// <summary>Brigade's answer about itself. What has no default here must be there.</summary>
internal sealed record StatusJson(
    long SpooledReports,
    DateTimeOffset StartedAt,
    int? CardVersion = null,
    DateTimeOffset? CardFetchedAt = null,
    string? CardSource = null,
    bool Stale = false,
    DateTimeOffset? OldestSpooledAt = null,
    long DeadLetters = 0,
    DateTimeOffset? LastReportAt = null,
    string? LastError = null)
{
    private const int MostWords = 500;

    /// <summary>The same in our words; null when it cannot be true.</summary>
    public BrigadeStatus? ToStatus() => SpooledReports < 0 || DeadLetters < 0 || CardVersion < 1 ? null : new BrigadeStatus(SpooledReports, StartedAt)
    {
        CardVersion = CardVersion,
        CardFetchedAt = CardFetchedAt,
        CardSource = CardSource switch { "ops-center" => BrigadeCardSource.OpsCenter, "disk" => BrigadeCardSource.Disk, _ => null },
        IsStale = Stale,
        OldestSpooledAt = OldestSpooledAt,
        RefusedReports = DeadLetters,
        LastReportAt = LastReportAt,
        LastError = WordsOf(LastError),
    };

    // Kept in the database and shown: whatever it is, it is short and has no control characters.
    private static string? WordsOf(string? error)
    {
        if (string.IsNullOrWhiteSpace(error))
            return null;

        var words = string.Concat(error.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim();

        return words.Length <= MostWords ? words : words[..MostWords];
    }
}
