using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Billing.Backend;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Amount, standing and both parties of an invoice.</summary>
public sealed partial class InvoiceSummary
{
    [Parameter, EditorRequired]
    public required BilledInvoice Invoice { get; set; }

    private string? Reason => Invoice.Head.Badge is InvoiceBadge.Failed && Invoice.Payments is [.., var last] ? FailureWords.Of(last) : null;
}
