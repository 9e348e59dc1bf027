using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>What is used against a limit, and where it goes until the end of the period. Beyond the limit, a mark shows where the limit is.</summary>
public sealed partial class LimitBar
{
    [Parameter, EditorRequired]
    public decimal Used { get; set; }

    [Parameter, EditorRequired]
    public decimal Limit { get; set; }

    [Parameter]
    public decimal? Projected { get; set; }

    private decimal Scale => Math.Max(Math.Max(Limit, Used), Math.Max(Projected ?? 0m, 1m / 1_000_000m));

    private string Place(decimal value) => (value * 1000m / Scale).ToString("0.##", CultureInfo.InvariantCulture);
}
