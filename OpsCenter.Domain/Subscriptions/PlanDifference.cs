using System.Globalization;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>One thing that differs between two versions of a plan.</summary>
/// <param name="Field">What differs.</param>
/// <param name="Before">What it was, for people; <c>none</c> when there was nothing.</param>
/// <param name="After">What it is.</param>
public sealed record PlanDifference(PlanField Field, string Before, string After)
{
    private const string Nothing = "none";

    /// <summary>Everything that differs, in the order of the fields.</summary>
    public static IReadOnlyList<PlanDifference> Between(PlanTerms before, PlanTerms after) =>
        [.. Enum.GetValues<PlanField>().Select(field => new PlanDifference(field, TextOf(before, field), TextOf(after, field))).Where(d => d.Before != d.After)];

    private static string TextOf(PlanTerms terms, PlanField field) => field switch
    {
        PlanField.Code => "",
        PlanField.Name => terms.Name.Trim(),
        PlanField.Summary => terms.Summary.Trim(),
        PlanField.MonthlyPrice => Amount(terms.MonthlyPrice),
        PlanField.YearlyPrice => Amount(terms.YearlyPrice),
        PlanField.OncePrice => Amount(terms.OncePrice),
        PlanField.OnceHours => Count(terms.OnceHours),
        PlanField.Included => Amount(terms.Included),
        PlanField.InputTokens => Count(terms.Limits.InputTokens),
        PlanField.OutputTokens => Count(terms.Limits.OutputTokens),
        PlanField.AgentTokens => Count(terms.Limits.AgentTokens),
        PlanField.Searches => Count(terms.Limits.Searches),
        PlanField.LimitsStop => terms.LimitsStop ? "stop new jobs" : "warn",
        PlanField.Byok => YesNo(terms.Byok),
        PlanField.AuditExport => YesNo(terms.AuditExport),
        PlanField.Seats => Count(terms.Seats),
        PlanField.MaxJobCost => Amount(terms.MaxJobCost),
    };

    private static string Amount(decimal? amount) => amount is { } value ? value.ToString("#,##0.00", CultureInfo.InvariantCulture) : Nothing;

    private static string Count(long? count) => count is { } value ? value.ToString("N0", CultureInfo.InvariantCulture) : Nothing;

    private static string YesNo(bool isSo) => isSo ? "yes" : "no";
}
