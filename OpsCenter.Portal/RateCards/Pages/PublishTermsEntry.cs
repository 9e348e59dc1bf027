using System.Globalization;
using OpsCenter.Portal.RateCards.Versions;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The terms of publishing as they are typed.</summary>
public sealed class PublishTermsEntry
{
    private const string Pattern = "yyyy-MM-ddTHH:mm";

    public string Note { get; set; } = "";

    /// <summary>Whether a time is chosen instead of "now".</summary>
    public bool IsLater { get; set; }

    /// <summary>The time in the reader's zone, as the browser's field gives it.</summary>
    public string LocalTime { get; set; } = "";

    public ScheduledChoice? WhenScheduled { get; set; }

    public string FloorReason { get; set; } = "";

    public string? NoteProblem { get; set; }

    public string? TimeProblem { get; set; }

    public string? ChoiceProblem { get; set; }

    public string? FloorProblem { get; set; }

    public bool HasProblem => (NoteProblem ?? TimeProblem ?? ChoiceProblem ?? FloorProblem) is not null;

    /// <summary>Forgets what was wrong.</summary>
    public void Clear() => NoteProblem = TimeProblem = ChoiceProblem = FloorProblem = null;

    /// <summary>Fills the field of the time with the next full hour, the first time it is asked for.</summary>
    public void SuggestTime(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (LocalTime.Length == 0)
        {
            var hour = TimeZoneInfo.ConvertTime(now, zone).AddHours(1);
            LocalTime = hour.AddMinutes(-hour.Minute).ToString(Pattern, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The instant that is typed; null when it cannot be read or does not exist, because clocks went forward. Of a time that comes twice the first is meant.</summary>
    public DateTimeOffset? Instant(TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(LocalTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || zone.IsInvalidTime(local))
            return null;

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);

        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The terms, or null when something is missing that only the reader can say; the fields tell what.</summary>
    public PublishTerms? ToTerms(TimeZoneInfo zone, bool asksForScheduled)
    {
        Clear();
        var terms = new PublishTerms(Note)
        {
            EffectiveFrom = IsLater ? Instant(zone) : null,
            WhenScheduled = WhenScheduled,
            FloorReason = string.IsNullOrWhiteSpace(FloorReason) ? null : FloorReason,
        };
        NoteProblem = terms.NoteProblem;
        TimeProblem = IsLater && terms.EffectiveFrom is null ? "Enter a day and a time that exist in your time zone." : null;
        ChoiceProblem = asksForScheduled && WhenScheduled is null ? "Say what becomes of it." : null;

        return HasProblem ? null : terms;
    }

    /// <summary>Takes a refusal to its field.</summary>
    /// <returns>Whether it belongs to a field; else the dialog has to answer it.</returns>
    public bool Take(PublishOutcome outcome)
    {
        Clear();

        switch (outcome)
        {
            case PublishOutcome.NoteRefused refused:
                NoteProblem = refused.Message;
                break;
            case PublishOutcome.TimeRefused refused:
                TimeProblem = refused.Message;
                break;
            case PublishOutcome.ScheduledInTheWay waiting:
                ChoiceProblem = $"Version {waiting.Version} was scheduled meanwhile. Close this, and review again.";
                break;
            case PublishOutcome.BelowFloor:
                FloorProblem = "Say in a few words why these prices may leave less.";
                break;
        }

        return HasProblem;
    }
}
