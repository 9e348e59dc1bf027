using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>The filters of the audit trail. Each change is a new address.</summary>
public sealed partial class AuditFilters
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required AuditListAddress Address { get; set; }

    /// <summary>Name of the customer in the address; null when there is none.</summary>
    [Parameter]
    public string? Customer { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<AuditActor> Actors { get; set; }

    // Who acted long ago is not among those to choose from, but may stand in the address.
    private IEnumerable<AuditActor> Choices =>
        Address.Actor is { } asked && Actors.All(actor => actor.Subject != asked) ? Actors.Append(new AuditActor(asked, asked)) : Actors;

    private void Show(string name, string? value) =>
        Navigation.NavigateTo(Address.Change(name, value).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });
}
