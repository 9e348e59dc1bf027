using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>Removes a key and erases its secret; that it was there stays on record.</summary>
public sealed class RemoveProviderKey(ProviderKeyDesk desk)
{
    /// <summary>Removes it.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage this customer's keys.</exception>
    public Task<ProviderKeyOutcome> HandleAsync(Actor actor, Guid organizationId, ProviderKey seen, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandOwn(actor, organizationId, Permission.ManageOwnProviderKeys);

        return desk.ChangeAsync(actor, organizationId, seen, "provider_key.removed", (stored, _) => (stored.Key, null), cancellationToken);
    }
}
