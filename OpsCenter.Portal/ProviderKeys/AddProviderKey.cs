using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.ProviderKeys;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>Adds a key of a customer at a provider of which it has none in use.</summary>
public sealed class AddProviderKey(
    IDbContextFactory<OpsCenterDbContext> contexts, EntitlementQueries entitlements, ByokProviders providers, ProviderKeyVault vault, TimeProvider clock)
{
    /// <summary>Adds it.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage this customer's keys.</exception>
    public async Task<ProviderKeyOutcome> HandleAsync(
        Actor actor, Guid organizationId, string provider, string name, string secret, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandOwn(actor, organizationId, Permission.ManageOwnProviderKeys);
        var (nameProblem, secretProblem) = (ProviderKey.ProblemWithName(name), ProviderSecret.ProblemWith(secret));

        if (nameProblem is not null || secretProblem is not null)
            return new ProviderKeyOutcome.Invalid(nameProblem, secretProblem);

        if (await entitlements.OfAsync(actor, organizationId, cancellationToken) is not { Entitlements.Byok: true })
            return new ProviderKeyOutcome.Refused("Your plan does not include own provider keys. Choose a plan with BYOK first.");

        if (!(await providers.ListAsync(cancellationToken)).Contains(provider))
            return new ProviderKeyOutcome.Refused($"No model of {provider} runs on customers' own keys.");

        return await AddAsync(actor, organizationId, provider, name.Trim(), new ProviderSecret(secret), cancellationToken);
    }

    private async Task<ProviderKeyOutcome> AddAsync(
        Actor actor, Guid organizationId, string provider, string name, ProviderSecret secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        now = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero); // as the database keeps it
        var key = new ProviderKey(Guid.CreateVersion7(now), provider, name, secret.Last4, now, null, null, null, now, null);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (!await ProviderKeyTable.AddAsync(connection, organizationId, key, vault.Protect(organizationId, key.Id, secret), actor.Subject, cancellationToken))
            return new ProviderKeyOutcome.Refused($"There is a key for {provider} already. Rotate it instead.");

        AuditTrail.Append(db, actor, now, ProviderKeyDesk.RecordOf("provider_key.added", organizationId, null, key));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return new ProviderKeyOutcome.Done(key);
    }
}
