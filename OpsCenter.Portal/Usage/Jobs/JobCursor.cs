using System.Globalization;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>A place in the list of jobs, newest first: just beside one job, looking one way.</summary>
/// <param name="OccurredAt">When that job happened, to the microsecond.</param>
/// <param name="EventId">That job; tells apart those of one moment.</param>
/// <param name="Direction">Which way the page goes from there.</param>
public sealed record JobCursor(DateTimeOffset OccurredAt, Guid EventId, JobCursorDirection Direction)
{
    private const char Separator = '_';

    /// <summary>The place as it stands in an address.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"{(OccurredAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}{Separator}{EventId:N}");

    /// <summary>Reads <see cref="Text"/>; null when it is not one, so that a mistyped address shows the newest jobs.</summary>
    public static JobCursor? Parse(string? text, JobCursorDirection direction)
    {
        var parts = text?.Split(Separator) ?? [];

        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds)
            && Guid.TryParseExact(parts[1], "N", out var id)
            && Moment(microseconds) is { } moment
            ? new JobCursor(moment, id, direction)
            : null;
    }

    private static DateTimeOffset? Moment(long microseconds)
    {
        var before = (DateTimeOffset.UnixEpoch - DateTimeOffset.MinValue).Ticks / TimeSpan.TicksPerMicrosecond;
        var after = (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

        return microseconds >= -before && microseconds <= after
            ? DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond)
            : null;
    }
}
