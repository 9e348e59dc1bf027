using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>A number with invisible zeros behind it, so that the points of a column stand below each other.</summary>
public sealed partial class AlignedNumber
{
    /// <summary>The number; empty when there is none.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Decimals of the longest number of the column.</summary>
    [Parameter]
    public int Decimals { get; set; }

    /// <summary>What stands there when there is no number.</summary>
    [Parameter]
    public string? Empty { get; set; }

    /// <summary>A sign behind the number.</summary>
    [Parameter]
    public string? Suffix { get; set; }

    private string Zeros
    {
        get
        {
            var decimals = NumberText.Decimals(Text);
            var missing = new string('0', Math.Max(Decimals - decimals, 0));

            return decimals == 0 && missing.Length > 0 ? $".{missing}" : missing;
        }
    }
}
