using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>One row on the page. Immutable, so that a row that did not change is recognised and not drawn again.</summary>
/// <param name="Row">As typed.</param>
/// <param name="Published">As published; null for a new row.</param>
/// <param name="IsDeleted">Struck through until it is published or restored.</param>
public sealed record CardLine(RateCardRow Row, RateCardRow? Published, bool IsDeleted)
{
    /// <summary>The natural key.</summary>
    public RateCardRowKey Key { get; } = Row.Key;

    /// <summary>What is wrong within the row; a deleted row has no problems.</summary>
    public ImmutableArray<RateCardProblem> Problems { get; } = IsDeleted ? [] : [.. RateCardRules.Validate(Row)];

    /// <summary>Whether the row is not published yet.</summary>
    public bool IsNew => Published is null;

    /// <summary>Whether the row says something else than the published one.</summary>
    public bool IsChanged => IsDeleted || !RateCardRow.Equivalent(Row, Published);

    /// <summary>Whether a cell says something else than the published one.</summary>
    public bool Changed(RateCardColumn column) =>
        Published is not null && column.Canonical(Row[column]) != column.Canonical(Published[column]);

    /// <summary>What is wrong with a cell; null when nothing is.</summary>
    public string? Problem(RateCardColumn column) => Problems.FirstOrDefault(p => p.Field == column.Name)?.Message;
}
