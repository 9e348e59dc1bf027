namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>Under which terms prices are published, whatever they come from.</summary>
/// <param name="Note">Why, in the operator's words: 1…500 characters.</param>
public sealed record PublishTerms(string Note)
{
    /// <summary>Longest note and longest reason in characters.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>How far ahead a version may be scheduled.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromDays(366);

    /// <summary>Shortest time before a scheduled version in which it can still be cancelled or replaced; instances' clocks differ.</summary>
    public static readonly TimeSpan MinNotice = TimeSpan.FromSeconds(10);

    /// <summary>From when on it prices; null: at once.</summary>
    public DateTimeOffset? EffectiveFrom { get; init; }

    /// <summary>What becomes of the version that waits for its time; null when there is none.</summary>
    public ScheduledChoice? WhenScheduled { get; init; }

    /// <summary>Why prices may leave less than the margin floor: 1…500 characters; null or empty when none does.</summary>
    public string? FloorReason { get; init; }

    /// <summary>What is wrong with the note, or null.</summary>
    public string? NoteProblem => Note.Trim().Length switch
    {
        0 => "Say in a few words why the prices change.",
        > MaxNoteLength => $"At most {MaxNoteLength} characters.",
        _ => null,
    };

    /// <summary>What is wrong with the time, or null.</summary>
    public string? TimeProblem(DateTimeOffset now) => EffectiveFrom switch
    {
        { } time when time < now + MinNotice => "This time is over, or only seconds away. Choose a later one, or publish now.",
        { } time when time > now + MaxAhead => $"Choose a time within {MaxAhead.Days} days.",
        _ => null,
    };
}
