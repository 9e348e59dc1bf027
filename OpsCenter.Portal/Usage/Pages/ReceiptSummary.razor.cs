using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>The receipt in one line.</summary>
public sealed partial class ReceiptSummary
{
    [Parameter, EditorRequired]
    public required Receipt Receipt { get; set; }
}
