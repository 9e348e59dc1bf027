using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>The filters of the audit trail. Each change is a new address.</summary>
public sealed partial class AuditFilters
{
    private readonly Dictionary<string, Guid> suggested = new(StringComparer.Ordinal);

    [Inject]
    public required CustomerQueries Customers { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

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

    // Two customers may share a name; their ids then tell them apart.
    private async Task<IReadOnlyList<string>> SuggestCustomersAsync(string text, CancellationToken cancellationToken)
    {
        var found = await Customers.SuggestAsync(await Current.GetAsync(cancellationToken), text, cancellationToken);
        suggested.Clear();

        foreach (var choice in found)
        {
            var isShared = found.Count(other => other.Name == choice.Name) > 1;
            suggested[isShared ? $"{choice.Name} ({choice.Id})" : choice.Name] = choice.Id;
        }

        return [.. suggested.Keys];
    }

    // What matches no customer is no filter: the field then goes back to what the list shows.
    private void ShowCustomer(string? text)
    {
        Guid? id = Guid.TryParse(text, out var typed) ? typed : suggested.TryGetValue(text ?? "", out var chosen) ? chosen : null;
        Show(AuditListAddress.CustomerName, id?.ToString());
    }

    private void Show(string name, string? value) =>
        Navigation.NavigateTo(Address.Change(name, value).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });
}
