using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Agents.Pages;

/// <summary>An agent as it is being typed, over the one that was seen. What a colleague changes meanwhile is taken over where nothing was typed.</summary>
internal sealed class AgentDraft(RateCardRow? seen, RateCardRow typed)
{
    /// <summary>The agent on the card; null when it is not there.</summary>
    public RateCardRow? Seen { get; private set; } = seen;

    /// <summary>As typed.</summary>
    public RateCardRow Typed { get; private set; } = typed;

    public string Name => Typed[RateCardColumns.Name].Trim();

    public bool IsChanged => !RateCardRow.Equivalent(Seen, Typed);

    /// <summary>The agent as it shall be.</summary>
    public RateCardRow Wanted => Typed.With(RateCardColumns.Name, Name);

    /// <summary>Types into a cell.</summary>
    public void Type(RateCardColumn column, string? text) => Typed = Typed.With(column, text ?? "");

    /// <summary>Moves what was typed onto the agent as a colleague left it.</summary>
    public void MoveOnto(RateCardRow there)
    {
        foreach (var column in RateCardColumns.Of(RateCardSection.Agents))
        {
            if (Seen is not null && column.Canonical(Seen[column]) == column.Canonical(Typed[column]))
                Typed = Typed.With(column, there[column]);
        }

        Seen = there;
    }

    /// <summary>What is wrong with each cell, by column name.</summary>
    public Dictionary<string, string> Problems() => RateCardColumns.Of(RateCardSection.Agents)
        .Select(column => (column.Name, Problem: CellRules.Check(column, Wanted[column])))
        .Where(cell => cell.Problem is not null)
        .ToDictionary(cell => cell.Name, cell => cell.Problem!);

    /// <summary>What is published, when the operator says nothing about it.</summary>
    public string Summary => Seen is null ? $"Agent {Name} added" : $"Agent {Name}: {AgentWords.Changes(Seen, Wanted)}";
}
