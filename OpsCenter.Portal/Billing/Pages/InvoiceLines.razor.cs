using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Backend;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>The lines of an invoice; those about usage open the jobs behind them.</summary>
public sealed partial class InvoiceLines
{
    [Parameter, EditorRequired]
    public required BilledInvoice Invoice { get; set; }

    /// <summary>The jobs of its billing period; null when it has none.</summary>
    [Parameter]
    public string? JobsHref { get; set; }

    private static bool IsUsage(BilledLine line) => line.Kind
        is InvoiceLineKind.Llm or InvoiceLineKind.Agent or InvoiceLineKind.Tools or InvoiceLineKind.Usage or InvoiceLineKind.Included;
}
