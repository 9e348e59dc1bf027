using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>One exact amount with its currency; every stored digit on hover.</summary>
public sealed partial class MoneyText
{
    /// <summary>Null is drawn as a dash: there is no amount, which is not the same as zero.</summary>
    [Parameter, EditorRequired]
    public Money? Amount { get; set; }

    /// <summary>What a screen reader hears instead of the dash.</summary>
    [Parameter]
    public string EmptyText { get; set; } = "no amount";
}
