using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Agents.Pages;

/// <summary>Tries ceilings on the jobs that were.</summary>
public sealed partial class CeilingTuner
{
    private int place = -1;

    [Parameter, EditorRequired]
    public required FeeHistogram Recent { get; set; }

    /// <summary>The ceiling in force; null for none.</summary>
    [Parameter]
    public decimal? Ceiling { get; set; }

    [Parameter]
    public bool CanUse { get; set; }

    [Parameter]
    public EventCallback<decimal> OnUse { get; set; }

    private CeilingEffect? Effect => Recent.Ceilings is { Length: > 0 } ceilings ? Recent.At(ceilings[Math.Clamp(place, 0, ceilings.Length - 1)]) : null;

    private string Now => Ceiling is { } ceiling
        ? $"It is {MoneyFormat.Exact(new Money(ceiling, Recent.Currency))} now. What another one would have done:"
        : "There is none now. What one would have done:";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // Begins where a few jobs would be stopped, and stays where the reader put it.
        if (place < 0 && Recent.Percentile(98) is { } start)
            place = Math.Max(0, Recent.Ceilings.IndexOf(start.Amount));
    }

    private string Text(int index) => MoneyFormat.Exact(new Money(Recent.Ceilings[index], Recent.Currency));
}
