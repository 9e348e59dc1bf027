using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Billing.Backend;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Payments of an invoice, tried or made, with what can be done about those that failed.</summary>
public sealed partial class PaymentList
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<BilledPayment> Payments { get; set; }
}
