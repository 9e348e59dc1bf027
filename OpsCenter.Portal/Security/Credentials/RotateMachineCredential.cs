using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>Gives the programs behind a credential a new secret without a gap: for a while old and new both work.</summary>
public sealed class RotateMachineCredential(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>
    /// Makes a credential with the same name, source, scopes, limits and end, and ends the old one after the overlap, but never later than it would
    /// have ended anyway. An audit row for each. Of two who rotate at once, one wins.
    /// </summary>
    /// <param name="actor">Somebody who may manage machine credentials.</param>
    /// <param name="seen">The credential as the reader saw it.</param>
    /// <param name="overlap">How long the old secret still works.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <returns><see cref="MachineCredentialOutcome.Issued"/> with the new secret, which is kept nowhere; else why not.</returns>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<MachineCredentialOutcome> HandleAsync(
        Actor actor, MachineCredentialRow seen, RotationOverlap overlap, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageMachineCredentials);
        await using var act = await MachineCredentialAct.BeginAsync(contexts, actor, clock, cancellationToken);

        if (await act.FindAsync(seen.Id, cancellationToken) is not { } old)
            return new MachineCredentialOutcome.NotFound();

        var current = await act.RowAsync(seen.Id, cancellationToken);

        if (MachineCredentialChanges.PreventingRotation(current, act.Now) is { } reason)
            return new MachineCredentialOutcome.ChangedMeanwhile(current, reason);

        if (await act.IsFullAsync(cancellationToken))
            return new MachineCredentialOutcome.TooMany();

        var secret = OneTimeSecret.Generate();
        var successor = SuccessorOf(old, secret, act.Now);
        var before = MachineCredentialAudit.StateOf(old);
        var end = act.Now + Length(overlap);
        old.ExpiresAt = old.ExpiresAt < end ? old.ExpiresAt : end;
        act.Audit("rotated", old, before);
        act.Add(successor);

        return new MachineCredentialOutcome.Issued(await act.CommitAsync(successor.Id, cancellationToken), secret);
    }

    /// <summary>How long an overlap is.</summary>
    internal static TimeSpan Length(RotationOverlap overlap) => overlap switch
    {
        RotationOverlap.None => TimeSpan.Zero,
        RotationOverlap.OneHour => TimeSpan.FromHours(1),
        RotationOverlap.OneDay => TimeSpan.FromHours(24),
        RotationOverlap.OneWeek => TimeSpan.FromDays(7),
    };

    private static MachineCredential SuccessorOf(MachineCredential old, OneTimeSecret secret, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Name = old.Name,
        Source = old.Source,
        SecretHash = secret.Hash,
        Scopes = old.Scopes,
        PermitsPerSecond = old.PermitsPerSecond,
        Burst = old.Burst,
        RequiresJobKey = old.RequiresJobKey,
        CreatedAt = now,
        ExpiresAt = old.ExpiresAt,
        RotatedFrom = old.Id,
    };
}
