using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>What all cells share: which text they show, whether it changed, what is wrong with it, and how it is called.</summary>
public abstract class CellComponent : ComponentBase
{
    /// <summary>The card that is edited.</summary>
    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    /// <summary>The row.</summary>
    [Parameter, EditorRequired]
    public required CardLine Line { get; set; }

    /// <summary>The column.</summary>
    [Parameter, EditorRequired]
    public required RateCardColumn Column { get; set; }

    /// <summary>Whether the cell is a field.</summary>
    protected bool IsField => Editor.CanEdit && !Line.IsDeleted;

    /// <summary>
    /// The row as it is now. A cell may be drawn once more before it is given the row it has just changed; were that one shown, the field would
    /// take back what is being typed.
    /// </summary>
    protected RateCardRow Row => Editor.Find(Line.Key) ?? Line.Row;

    /// <summary>The text on the card.</summary>
    protected string Text => Row[Column];

    /// <summary>Name for those who do not see the table: <c>Input cost of openai:gpt-4</c>.</summary>
    protected string Label => Line.Key.Section is RateCardSection.Card ? CellWords.Title(Column) : $"{CellWords.Title(Column)} of {Line.Key}";

    /// <summary>Whether the cell says something else than the published one.</summary>
    protected bool IsChanged => Line.Changed(Column);

    /// <summary>What is wrong, as far as it is told: empty cells nobody touched are left in peace until the review.</summary>
    protected string? Problem => Line.Problem(Column) is { } problem && (Text.Length > 0 || WasLeft || Editor.AsksForMissing) ? problem : null;

    /// <summary>What was published, for a changed cell.</summary>
    protected string? Was => IsChanged && Line.Published is { } published ? $"was {CellWords.Of(Column, PublishedText(published))}" : null;

    /// <summary>Ids of the sentences that describe the field.</summary>
    protected string? DescribedBy => (Problem, Was) switch
    {
        (null, null) => null,
        (not null, null) => ProblemId,
        (null, not null) => WasId,
        (not null, not null) => $"{ProblemId} {WasId}",
    };

    protected string ProblemId => $"{Id}-problem";

    protected string WasId => $"{Id}-was";

    private bool WasLeft { get; set; }

    private string Id => $"{Line.Key.Section}-{Line.Key.Name}-{Column.Name}";

    /// <summary>The published text as this cell shows texts.</summary>
    protected virtual string PublishedText(RateCardRow published) => published[Column];

    /// <summary>The field lost the focus.</summary>
    protected void Leave() => WasLeft = true;

    /// <summary>The reader typed or chose.</summary>
    protected void Change(string text) =>
        Editor.Change(Line.Key, Column, text.Length > RateCardRow.MaxTextLength ? text[..RateCardRow.MaxTextLength] : text);
}
