using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>Gives a key another name.</summary>
public sealed class RenameProviderKey(ProviderKeyDesk desk)
{
    /// <summary>Renames it.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage this customer's keys.</exception>
    public async Task<ProviderKeyOutcome> HandleAsync(Actor actor, Guid organizationId, ProviderKey seen, string name, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandOwn(actor, organizationId, Permission.ManageOwnProviderKeys);

        if (ProviderKey.ProblemWithName(name) is { } problem)
            return new ProviderKeyOutcome.Invalid(problem, null);

        return await desk.ChangeAsync(
            actor, organizationId, seen, "provider_key.renamed", (stored, _) => (stored.Key with { Name = name.Trim() }, stored.Secret), cancellationToken);
    }
}
