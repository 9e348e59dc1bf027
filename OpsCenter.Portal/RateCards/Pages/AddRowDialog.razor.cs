using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Asks for the name of a new row, which cannot change later, and for the words beside it. Prices are typed in the table.</summary>
public sealed partial class AddRowDialog
{
    private RateCardRow row = new(RateCardSection.Card, []);
    private bool wasTried;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required RateCardEditor Editor { get; set; }

    /// <summary>The row with what is known already.</summary>
    [Parameter, EditorRequired]
    public required RateCardRow Start { get; set; }

    private string Title => TitleOf(Start.Section);

    // Not while typing: a space may be on its way to the next word.
    private RateCardRow Trimmed => Columns.Aggregate(row, (trimmed, column) => trimmed.With(column, trimmed[column].Trim()));

    private ImmutableArray<RateCardColumn> Columns => Start.Section switch
    {
        RateCardSection.Routes => [RateCardColumns.Provider, RateCardColumns.Model, RateCardColumns.Class],
        RateCardSection.Agents => [RateCardColumns.Name, RateCardColumns.DisplayName],
        RateCardSection.Tools => [RateCardColumns.Name, RateCardColumns.UnitType, RateCardColumns.Meter],
        RateCardSection.Card => [],
    };

    /// <summary>Opens the dialog.</summary>
    /// <returns>The new row; null when the reader cancelled.</returns>
    public static async Task<RateCardRow?> ShowAsync(IDialogService dialogs, RateCardEditor editor, RateCardRow start)
    {
        var parameters = new DialogParameters<AddRowDialog> { { d => d.Editor, editor }, { d => d.Start, start } };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true };
        var shown = await dialogs.ShowAsync<AddRowDialog>(TitleOf(start.Section), parameters, options);

        return await shown.Result is { Canceled: false, Data: RateCardRow added } ? added : null;
    }

    protected override void OnInitialized() => row = Start;

    private static string TitleOf(RateCardSection section) => section switch
    {
        RateCardSection.Routes => "Add model",
        RateCardSection.Agents => "Add agent",
        RateCardSection.Tools => "Add tool",
        RateCardSection.Card => throw new ArgumentOutOfRangeException(nameof(section), "The card has one row of its own and takes no more."),
    };

    private static string Example(RateCardColumn column) => column.Name switch
    {
        "provider" => "openai",
        "model" => "gpt-4",
        "display_name" => "Research Pro",
        "unit_type" => "request",
        "meter" => "tool.web.request",
        _ => "",
    };

    private string? Problem(RateCardColumn column)
    {
        if (!wasTried)
        {
            return null;
        }

        var isKey = column == RateCardColumns.Model || column == RateCardColumns.Name;

        return CellRules.Check(column, Trimmed[column]) ?? (isKey && Editor.Has(Trimmed.Key) ? $"{Trimmed.Key} is on the card already." : null);
    }

    private void Type(RateCardColumn column, string? text) => row = row.With(column, text ?? "");

    private void Add()
    {
        wasTried = true;

        if (Columns.All(c => Problem(c) is null))
        {
            Dialog.Close(Trimmed);
        }
    }

    private void Cancel() => Dialog.Cancel();
}
