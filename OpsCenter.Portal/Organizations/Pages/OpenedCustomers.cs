using System.Collections.Concurrent;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>The customers whose pages an operator has opened in this circuit: going from one page to the next is one opening, and one audit row.</summary>
public sealed class OpenedCustomers(OpenCustomersPages open)
{
    private readonly ConcurrentDictionary<Guid, string> names = new();

    /// <summary>The customer's name; null when there is no such customer.</summary>
    public async Task<string?> NameOfAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        if (names.TryGetValue(organizationId, out var known))
            return known;

        var name = await open.HandleAsync(actor, organizationId, cancellationToken);

        if (name is not null)
            names[organizationId] = name;

        return name;
    }
}
