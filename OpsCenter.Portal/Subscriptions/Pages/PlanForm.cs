using System.Globalization;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What is typed about a plan, as text, so that nothing typed is lost.</summary>
public sealed class PlanForm
{
    private const string Whole = "Enter a whole number, or leave it empty.";
    private const string Number = "Enter a number, for example 19.50.";

    public string Code { get; set; } = "";

    public Guid? CustomerId { get; set; }

    public string Name { get; set; } = "";

    public string Summary { get; set; } = "";

    public bool IsTrial { get; set; }

    public string MonthlyPrice { get; set; } = "";

    public string YearlyPrice { get; set; } = "";

    public string OncePrice { get; set; } = "";

    public string OnceHours { get; set; } = "";

    public string Included { get; set; } = "";

    public string InputTokens { get; set; } = "";

    public string OutputTokens { get; set; } = "";

    public string AgentTokens { get; set; } = "";

    public string Searches { get; set; } = "";

    public bool LimitsStop { get; set; }

    public bool Byok { get; set; }

    public bool AuditExport { get; set; }

    public string Seats { get; set; } = "1";

    public string MaxJobCost { get; set; } = "";

    /// <summary>A form that says what a version says.</summary>
    public static PlanForm Of(PlanVersion version) => new()
    {
        Code = version.Code,
        Name = version.Name,
        Summary = version.Summary,
        IsTrial = version.IsTrial,
        MonthlyPrice = Text(version.MonthlyPrice?.Amount),
        YearlyPrice = Text(version.YearlyPrice?.Amount),
        OncePrice = Text(version.OncePrice?.Amount),
        OnceHours = Text(version.OnceHours),
        Included = Text(version.Included.Amount),
        InputTokens = Text(version.Limits.InputTokens),
        OutputTokens = Text(version.Limits.OutputTokens),
        AgentTokens = Text(version.Limits.AgentTokens),
        Searches = Text(version.Limits.Searches),
        LimitsStop = version.LimitsStop,
        Byok = version.Byok,
        AuditExport = version.AuditExport,
        Seats = Text(version.Seats),
        MaxJobCost = Text(version.MaxJobCost?.Amount),
    };

    /// <summary>What was typed as terms; what cannot be read is told field by field.</summary>
    public PlanTerms Read(Dictionary<PlanField, string> problems) => new()
    {
        Name = Name,
        Summary = Summary,
        MonthlyPrice = IsTrial ? null : Amount(PlanField.MonthlyPrice, MonthlyPrice, problems),
        YearlyPrice = IsTrial ? null : Amount(PlanField.YearlyPrice, YearlyPrice, problems),
        OncePrice = IsTrial ? Amount(PlanField.OncePrice, OncePrice, problems) ?? 0m : null,
        OnceHours = IsTrial ? (int?)Count(PlanField.OnceHours, OnceHours, problems) ?? 0 : null,
        Included = Amount(PlanField.Included, Included, problems) ?? 0m,
        Limits = new MeterLimits(
            Count(PlanField.InputTokens, InputTokens, problems),
            Count(PlanField.OutputTokens, OutputTokens, problems),
            Count(PlanField.AgentTokens, AgentTokens, problems),
            Count(PlanField.Searches, Searches, problems)),
        LimitsStop = LimitsStop,
        Byok = Byok,
        AuditExport = AuditExport,
        Seats = (int)Math.Min(int.MaxValue, Count(PlanField.Seats, Seats, problems) ?? 0),
        MaxJobCost = Amount(PlanField.MaxJobCost, MaxJobCost, problems),
    };

    private static string Text(decimal? amount) => amount is { } value ? DecimalText.Format(value) : "";

    private static string Text(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static decimal? Amount(PlanField field, string text, Dictionary<PlanField, string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value))
            return value;

        problems[field] = Number;

        return null;
    }

    private static long? Count(PlanField field, string text, Dictionary<PlanField, string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;

        if (int.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value))
            return value;

        problems[field] = Whole;

        return null;
    }
}
