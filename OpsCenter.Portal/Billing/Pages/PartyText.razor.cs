using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Billing.Backend;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>A seller or buyer as it stands on an invoice.</summary>
public sealed partial class PartyText
{
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required InvoiceParty Party { get; set; }
}
