using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.ProviderKeys;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>Puts another key in the place of one; the old one is erased.</summary>
public sealed class RotateProviderKey(ProviderKeyDesk desk, ProviderKeyVault vault)
{
    /// <summary>Rotates it. What was known of the old key, such as a refusal, is forgotten.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage this customer's keys.</exception>
    public async Task<ProviderKeyOutcome> HandleAsync(Actor actor, Guid organizationId, ProviderKey seen, string secret, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandOwn(actor, organizationId, Permission.ManageOwnProviderKeys);

        if (ProviderSecret.ProblemWith(secret) is { } problem)
            return new ProviderKeyOutcome.Invalid(null, problem);

        var given = new ProviderSecret(secret);

        return await desk.ChangeAsync(
            actor,
            organizationId,
            seen,
            "provider_key.rotated",
            (stored, now) => (stored.Key with { Last4 = given.Last4, RotatedAt = now, TestedAt = null, Test = null }, vault.Protect(organizationId, stored.Key.Id, given)),
            cancellationToken);
    }
}
