namespace OpsCenter.Portal.Organizations.Notes;

/// <summary>What an operator wants to remember about a customer. Customers never see it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Body">The text.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="WrittenByName">By whom.</param>
public sealed record CustomerNote(Guid Id, string Body, DateTimeOffset WrittenAt, string WrittenByName)
{
    /// <summary>Longest note in characters.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Why a text cannot be a note, or null when it can. Spaces around it do not count.</summary>
    public static string? ProblemWith(string? body) => body?.Trim() switch
    {
        null or "" => "Write something first.",
        { Length: > MaxLength } => $"Use at most {MaxLength} characters.",
        { } text when text.Contains('\0', StringComparison.Ordinal) => "Use no control characters.",
        _ => null,
    };
}
