using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>Ends a machine credential for ever. What was reported with it stays.</summary>
public sealed class RevokeMachineCredential(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Revokes it, with an audit row. Every instance refuses it within a second.</summary>
    /// <param name="actor">Somebody who may manage machine credentials.</param>
    /// <param name="credentialId">Which one.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<MachineCredentialOutcome> HandleAsync(Actor actor, Guid credentialId, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageMachineCredentials);
        await using var act = await MachineCredentialAct.BeginAsync(contexts, actor, clock, cancellationToken);

        if (await act.FindAsync(credentialId, cancellationToken) is not { } credential)
            return new MachineCredentialOutcome.NotFound();

        if (credential.RevokedAt is not null)
        {
            return new MachineCredentialOutcome.ChangedMeanwhile(
                await act.RowAsync(credentialId, cancellationToken), "Someone has revoked this credential already.");
        }

        var before = MachineCredentialAudit.StateOf(credential);
        credential.RevokedAt = act.Now;
        act.Audit("revoked", credential, before);

        return new MachineCredentialOutcome.Done(await act.CommitAsync(credentialId, cancellationToken));
    }
}
