using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>Fields of a plan in words.</summary>
internal static class PlanFieldWords
{
    public static string Text(PlanField field) => field switch
    {
        PlanField.Code => "Code",
        PlanField.Name => "Name",
        PlanField.Summary => "For whom",
        PlanField.MonthlyPrice => "Price of a month",
        PlanField.YearlyPrice => "Price of a year",
        PlanField.OncePrice => "Price, once",
        PlanField.OnceHours => "Hours",
        PlanField.Included => "Included usage",
        PlanField.InputTokens => "Input tokens",
        PlanField.OutputTokens => "Output tokens",
        PlanField.AgentTokens => "Agent tokens",
        PlanField.Searches => "Web searches",
        PlanField.LimitsStop => "Thresholds",
        PlanField.Byok => "Own provider keys (BYOK)",
        PlanField.AuditExport => "Audit export",
        PlanField.Seats => "Seats",
        PlanField.MaxJobCost => "Most a job may cost",
    };
}
