using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Billing.CreditNotes;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Credit notes of an invoice.</summary>
public sealed partial class CreditNoteList
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<CreditNoteView> Notes { get; set; }

    /// <summary>Whose they are.</summary>
    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }
}
