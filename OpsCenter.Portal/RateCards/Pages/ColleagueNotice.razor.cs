using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Who published what while the operator was editing, and a choice per row that both changed.</summary>
public sealed partial class ColleagueNotice
{
    private readonly Dictionary<RateCardRowKey, ConflictChoice> choices = [];
    private ElementReference notice;

    [Parameter, EditorRequired]
    public required ColleagueChanges News { get; set; }

    /// <summary>All choices are made.</summary>
    [Parameter]
    public EventCallback<IReadOnlyDictionary<RateCardRowKey, ConflictChoice>> OnSettle { get; set; }

    /// <summary>The notice was read.</summary>
    [Parameter]
    public EventCallback OnDismiss { get; set; }

    // Whoever is stopped by a colleague should be where the choice is, not at the foot of the page.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && !News.Merge.Conflicts.IsEmpty)
        {
            await notice.FocusAsync();
        }
    }

    private static string Summary(PublishedChange published) =>
        string.Join(", ", published.Differences.Select(d => $"{Verb(d.Kind)} {d.Key}"));

    private static string Verb(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => "added",
        DifferenceKind.Removed => "removed",
        DifferenceKind.Changed => "changed",
    };

    private static string SideWords(RateCardRow? before, RateCardRow? after) => (before, after) switch
    {
        (_, null) => "deleted",
        (null, _) => "added",
        _ => string.Join(", ", new RowDifference(after.Key, before, after).Fields
            .Select(f => $"{f.Column.Label} {CellWords.Of(f.Column, f.Before)} → {CellWords.Of(f.Column, f.After)}")),
    };

    private string Possessive(RowConflict conflict) =>
        News.LastToChange(conflict.Key) is { } version ? $"{version.PublishedByName}’s" : "theirs";
}
