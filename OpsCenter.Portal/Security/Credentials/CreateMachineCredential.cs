using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>Makes a machine credential. Its source may be one that others have: then they share job keys.</summary>
public sealed class CreateMachineCredential(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Makes it, with an audit row. Every instance takes it within a tenth of a second.</summary>
    /// <param name="actor">Somebody who may manage machine credentials.</param>
    /// <param name="input">What is asked for; spaces around name and source are dropped.</param>
    /// <param name="cancellationToken">Nothing is made when it comes before the commit.</param>
    /// <returns><see cref="MachineCredentialOutcome.Issued"/> with the secret, which is kept nowhere; else why not.</returns>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<MachineCredentialOutcome> HandleAsync(Actor actor, CreateMachineCredentialInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageMachineCredentials);
        var (source, settings) = (input.Source.Trim(), MachineCredentialRules.Normalize(input.Settings));
        await using var act = await MachineCredentialAct.BeginAsync(contexts, actor, clock, cancellationToken);
        var problems = MachineCredentialRules.ProblemsWith(input.Settings).Concat(MachineCredentialRules.ProblemsWith(input, act.Now)).ToList();

        if (MachineCredentialRules.IsNameGood(problems) && await act.IsNameTakenAsync(settings.Name, source, null, cancellationToken))
            problems.Add(MachineCredentialRules.NameIsTaken);

        if (problems.Count > 0)
            return new MachineCredentialOutcome.Invalid(problems);

        if (await act.IsFullAsync(cancellationToken))
            return new MachineCredentialOutcome.TooMany();

        var secret = OneTimeSecret.Generate();
        var credential = new MachineCredential
        {
            Id = Guid.CreateVersion7(act.Now),
            Name = settings.Name,
            Source = source,
            SecretHash = secret.Hash,
            Scopes = settings.Scopes,
            PermitsPerSecond = settings.PermitsPerSecond,
            Burst = settings.Burst,
            RequiresJobKey = settings.RequiresJobKey,
            CreatedAt = act.Now,
            ExpiresAt = input.ExpiresAt?.ToUniversalTime(),
        };
        act.Add(credential);

        return new MachineCredentialOutcome.Issued(await act.CommitAsync(credential.Id, cancellationToken), secret);
    }
}
