using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>What is said to a sender whose report is not recorded; alone or as an item of a batch's answer.</summary>
internal static class UsageProblem
{
    /// <summary>When to try again after <c>busy</c>.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static MachineProblemDocument Invalid(ReportErrors errors) => Invalid(errors.ToDictionary());

    public static MachineProblemDocument OutOfTime { get; } =
        Invalid(new Dictionary<string, string[]> { ["occurred_at"] = [UsageLimits.TimeRule] });

    public static MachineProblemDocument TooLarge(string detail) => new(
        "The body is too large.", StatusCodes.Status413PayloadTooLarge, "too_large", Retryable: false, detail, Errors: null);

    public static MachineProblemDocument Conflict { get; } = new(
        "Another job has this job_id.", StatusCodes.Status409Conflict, "job_conflict", Retryable: false, "Nothing was changed.", Errors: null);

    public static MachineProblemDocument Failed { get; } = new(
        "The report could not be stored.", StatusCodes.Status500InternalServerError, "internal_error", Retryable: false,
        "Nothing was stored. The log of the portal says why.", Errors: null);

    /// <param name="mayBeStored">Whether nobody knows if the report was stored.</param>
    /// <param name="hasKey">Whether it carries a job key, so that a retry is safe all the same.</param>
    public static MachineProblemDocument Busy(bool mayBeStored, bool hasKey)
    {
        var unsafeToRetry = mayBeStored && !hasKey;

        return new(
            "The report could not be stored now.", StatusCodes.Status503ServiceUnavailable, "busy", Retryable: !unsafeToRetry,
            unsafeToRetry ? "It may have been stored. Without a job_id a retry could count it twice." : null, Errors: null);
    }

    private static MachineProblemDocument Invalid(IReadOnlyDictionary<string, string[]> errors) => new(
        "The usage report is not valid.", StatusCodes.Status422UnprocessableEntity, "invalid_usage", Retryable: false,
        "Nothing was stored. Correct the fields in errors.", errors);
}
