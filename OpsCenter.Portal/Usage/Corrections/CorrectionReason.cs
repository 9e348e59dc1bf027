namespace OpsCenter.Portal.Usage.Corrections;

/// <summary>Why an operator corrects a job: stands in the ledger and on the receipt, for ever.</summary>
public static class CorrectionReason
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 3;

    /// <summary>Most characters.</summary>
    public const int MaxLength = 500;

    /// <summary>Why a reason cannot be used, or null when it can. Spaces around it do not count.</summary>
    public static string? ProblemWith(string? reason) => reason?.Trim() switch
    {
        null or "" => "Enter a reason.",
        { Length: < MinLength } => $"Use at least {MinLength} characters.",
        { Length: > MaxLength } => $"Use at most {MaxLength} characters.",
        { } text when text.Any(c => char.IsControl(c) && c is not '\n') => "Use no control characters.",
        _ => null,
    };
}
