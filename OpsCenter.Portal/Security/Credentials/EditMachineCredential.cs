using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>
/// Changes name, scopes, limits and whether a job key is required. The source stays for ever: job keys are unique within it, so with another
/// one a job that is reported again would be charged again.
/// </summary>
public sealed class EditMachineCredential(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Changes it, with an audit row, unless somebody changed it since the reader saw it. Every instance follows within a second.</summary>
    /// <param name="actor">Somebody who may manage machine credentials.</param>
    /// <param name="seen">The credential as the reader saw it.</param>
    /// <param name="settings">How it shall be.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<MachineCredentialOutcome> HandleAsync(
        Actor actor, MachineCredentialRow seen, MachineCredentialSettings settings, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageMachineCredentials);
        await using var act = await MachineCredentialAct.BeginAsync(contexts, actor, clock, cancellationToken);

        if (await act.FindAsync(seen.Id, cancellationToken) is not { } credential)
            return new MachineCredentialOutcome.NotFound();

        var current = await act.RowAsync(seen.Id, cancellationToken);

        if (MachineCredentialChanges.Between(seen, current, act.Now) is { } changed)
            return new MachineCredentialOutcome.ChangedMeanwhile(current, changed, CanRepeat: current.IsUsableAt(act.Now));

        var wanted = MachineCredentialRules.Normalize(settings);
        var problems = MachineCredentialRules.ProblemsWith(settings).ToList();

        if (wanted.Name != current.Name && MachineCredentialRules.IsNameGood(problems)
            && await act.IsNameTakenAsync(wanted.Name, current.Source, current.Id, cancellationToken))
        {
            problems.Add(MachineCredentialRules.NameIsTaken);
        }

        if (problems.Count > 0)
            return new MachineCredentialOutcome.Invalid(problems);

        if (wanted == current.Settings)
            return new MachineCredentialOutcome.Done(current);

        var before = MachineCredentialAudit.StateOf(credential);
        (credential.Name, credential.Scopes) = (wanted.Name, wanted.Scopes);
        (credential.PermitsPerSecond, credential.Burst) = (wanted.PermitsPerSecond, wanted.Burst);
        credential.RequiresJobKey = wanted.RequiresJobKey;
        act.Audit("changed", credential, before);

        return new MachineCredentialOutcome.Done(await act.CommitAsync(seen.Id, cancellationToken));
    }
}
