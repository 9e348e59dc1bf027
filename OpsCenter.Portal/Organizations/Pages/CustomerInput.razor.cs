using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>A filter by customer: suggests names while typing, takes a name or an id.</summary>
public sealed partial class CustomerInput
{
    private readonly Dictionary<string, Guid> suggested = new(StringComparer.Ordinal);

    [Inject]
    public required CustomerQueries Customers { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    /// <summary>Name of the customer that is chosen; null when none is.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Raised with the customer; null for a text that matches none, which is no filter: the field then goes back to what is chosen.</summary>
    [Parameter]
    public EventCallback<Guid?> OnChosen { get; set; }

    // Two customers may share a name; their ids then tell them apart.
    private async Task<IReadOnlyList<string>> SuggestAsync(string text, CancellationToken cancellationToken)
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

    private Task ChooseAsync(string? text) => OnChosen.InvokeAsync(
        Guid.TryParse(text, out var typed) ? typed : suggested.TryGetValue(text ?? "", out var chosen) ? chosen : null);
}
