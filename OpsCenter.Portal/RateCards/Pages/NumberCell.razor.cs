using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>A number that reads like text until it is typed into. It keeps what is typed, right or wrong, digit for digit.</summary>
public sealed partial class NumberCell
{
    private ElementReference field;
    private string typed = "";

    /// <summary>The unit in which rates are shown and typed.</summary>
    [Parameter]
    public PriceUnit Unit { get; set; } = PriceUnit.Thousand;

    /// <summary>Decimals of the longest number of the column.</summary>
    [Parameter]
    public int Decimals { get; set; }

    /// <summary>What an empty cell means.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>Takes the focus when it is drawn first.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    private string Shown => Column.Kind is ColumnKind.Rate && PriceUnits.Keep(Unit, typed) == Text
        ? typed
        : NumberText.Shown(Row, Column, Unit);

    private string CssClass
    {
        get
        {
            var missing = Math.Clamp(Decimals - NumberText.Decimals(Shown), 0, 12);
            var point = Decimals > 0 && NumberText.Decimals(Shown) == 0 ? " no-point" : "";

            var width = Decimals switch { > 9 => " longer", > 6 => " long", _ => "" };

            return $"field number pad-{missing}{point}{width}{(IsChanged ? " changed" : "")}{(Text.Length == 0 && !Column.Optional ? " empty" : "")}";
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && TakesFocus && IsField)
        {
            await field.FocusAsync();
        }
    }

    protected override string PublishedText(RateCardRow published) => NumberText.Shown(published, Column, Unit);

    private void Type(string? text)
    {
        typed = text ?? "";
        Change(Column.Kind is ColumnKind.Rate ? PriceUnits.Keep(Unit, typed) : typed);
    }
}
