using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Billing.Backend;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Invoices as rows; each opens its page.</summary>
public sealed partial class InvoiceTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<InvoiceHead> Invoices { get; set; }

    /// <summary>Whose they are.</summary>
    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }

    /// <summary>The same at the operator's address; null at the customer's own.</summary>
    [Parameter]
    public Guid? CustomerId { get; set; }
}
