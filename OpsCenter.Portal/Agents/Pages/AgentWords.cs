using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Shell.Widgets;
using CellWords = OpsCenter.Portal.RateCards.Pages.CellWords;

namespace OpsCenter.Portal.Agents.Pages;

/// <summary>Agents in people's words.</summary>
internal static class AgentWords
{
    public static string Text(AgentState state) => state switch
    {
        AgentState.Enabled => "Enabled",
        AgentState.Disabled => "Disabled",
        AgentState.Archived => "Archived",
    };

    public static StatusMeaning Meaning(AgentState state) => state switch
    {
        AgentState.Enabled => StatusMeaning.Positive,
        AgentState.Disabled => StatusMeaning.Warning,
        AgentState.Archived => StatusMeaning.Neutral,
    };

    public static string Hint(AgentState state) => state switch
    {
        AgentState.Enabled => "Brigade may start jobs with it.",
        AgentState.Disabled => "Brigade starts no jobs with it. Finished jobs are priced and flagged.",
        AgentState.Archived => "It is not on the rate card. Its jobs are held.",
    };

    /// <summary>A choice of the dialog with its effect.</summary>
    public static string Choice(RateCardColumn column, string choice) => (column.Name, choice) switch
    {
        (_, "bill") => "Bill all of them",
        (_, "output_only") => "Bill output and tools only",
        (_, "free") => "Free",
        (_, "") => "Card's order: house first",
        (_, "house") => "House first",
        (_, "frontier") => "Frontier first",
        _ => CellWords.Choice(choice),
    };

    /// <summary>What a colleague changed, as a list of clauses.</summary>
    public static string Changes(RateCardRow? before, RateCardRow? after)
    {
        if (after is null)
            return "it was archived";

        if (before is null)
            return "it was added";

        return string.Join("; ", new RowDifference(after.Key, before, after).Fields.Select(field =>
            $"{field.Column.Label} {CellWords.Of(field.Column, field.Before)} → {CellWords.Of(field.Column, field.After)}"));
    }
}
