using OpsCenter.Domain.Routing;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>How jobs are spoken of.</summary>
internal static class JobWords
{
    /// <summary>The flag of jobs whose agent took none.</summary>
    public const string AgentWasDisabled = "Agent was disabled";

    /// <summary>Its explanation.</summary>
    public const string AgentWasDisabledHint = "The rate card that priced this job had its agent disabled. It was priced all the same.";

    public static string Text(JobStatus outcome) => outcome switch
    {
        JobStatus.Succeeded => "Succeeded",
        JobStatus.Failed => "Failed",
        JobStatus.Aborted => "Aborted",
    };

    public static string Text(JobState state) => state switch
    {
        JobState.Priced => "Priced",
        JobState.Held => "Held",
        JobState.Repriced => "Re-priced",
        JobState.Voided => "Voided",
        JobState.WrittenOff => "Written off",
    };

    public static StatusMeaning Meaning(JobState state) => state switch
    {
        JobState.Priced => StatusMeaning.Positive,
        JobState.Held => StatusMeaning.Warning,
        JobState.Repriced => StatusMeaning.Info,
        JobState.Voided => StatusMeaning.Neutral,
        JobState.WrittenOff => StatusMeaning.Neutral,
    };

    public static string Hint(JobState state) => state switch
    {
        JobState.Priced => "Its first charge stands.",
        JobState.Held => "It waits for a price or a customer. Nothing is charged yet.",
        JobState.Repriced => "Its charge was reversed and replaced by a new one.",
        JobState.Voided => "Its charge was reversed. It costs nothing.",
        JobState.WrittenOff => "It was held and will never be charged.",
    };

    /// <summary>Why a customer's own key did not pay. Other runtimes than ours may have reasons of their own: those are repeated.</summary>
    public static string Fallback(string reason) => RoutingWords.FindFallback(reason) is { } known ? RoutingWords.Sentence(known) : reason;

    public static string Text(JobPeriod period) => period switch
    {
        JobPeriod.Today => "Today (UTC)",
        JobPeriod.Last7Days => "Last 7 days",
        JobPeriod.Last30Days => "Last 30 days",
        JobPeriod.ThisMonth => "This month",
        JobPeriod.LastMonth => "Last month",
        JobPeriod.Custom => "Custom…",
    };
}
