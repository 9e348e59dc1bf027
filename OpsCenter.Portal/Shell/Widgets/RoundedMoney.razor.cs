using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>A sum for reading at a glance, at the currency's minor unit; every stored digit on hover.</summary>
public sealed partial class RoundedMoney
{
    [Parameter, EditorRequired]
    public Money Amount { get; set; }
}
