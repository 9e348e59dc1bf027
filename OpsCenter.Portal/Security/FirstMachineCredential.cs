using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Security;

/// <summary>Sees to it that Brigade can call: with the secret from the settings, or with a generated one.</summary>
public sealed partial class FirstMachineCredential(
    OpsCenterDbContext db, IOptions<BrigadeKeyOptions> options, FirstRunFile notes, TimeProvider clock, ILogger<FirstMachineCredential> logger)
{
    /// <summary>Under this name job keys of Brigade are unique.</summary>
    public const string Source = "brigade";

    /// <summary>How long the old secret is still good after the setting was changed, so that Brigade can be changed without a gap.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const string Name = "Brigade, from the settings";
    private const MachineScopes Scopes = MachineScopes.UsageWrite | MachineScopes.RateCardRead | MachineScopes.ByokRead;

    private static readonly Actor Start = new Actor.System("start");

    /// <summary>
    /// Makes the credential when it is missing, and rotates it when the setting holds another secret. Several instances may start at once.
    /// </summary>
    /// <param name="cancellationToken">Stops the start.</param>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // A second instance waits here until it sees the credential of the first.
        await db.Database.ExecuteSqlAsync($"lock table machine_credentials in share row exclusive mode", cancellationToken);
        var secret = options.Value.Secret;
        var hash = secret is null ? [] : MachineSecret.HashOf(secret);
        var known = await db.MachineCredentials.Where(c => c.Source == Source || c.SecretHash == hash).ToListAsync(cancellationToken);

        if (secret is not null)
        {
            UseGiven(secret, known.SingleOrDefault(c => c.SecretHash.AsSpan().SequenceEqual(hash)), known);
        }
        // Once there was one, operators make the next: a start must not give back what they revoked.
        else if (known.Count == 0)
        {
            var generated = MachineSecret.Generate();
            Add(generated);
            // Noted before it holds: nobody could call with a secret that nobody was told.
            notes.Write(FirstRunNotes.Key(generated));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void UseGiven(string secret, MachineCredential? current, List<MachineCredential> known)
    {
        switch (current)
        {
            // What operators did on the page of machine credentials is not undone by a start, nor may it prevent one.
            case { RevokedAt: not null }:
                LogNoLongerGood("revoked");
                return;
            case not null when known.Any(c => c.RotatedFrom == current.Id):
                LogNoLongerGood("rotated");
                return;
            case { ExpiresAt: not null, Name: Name }:
                var before = MachineCredentialAudit.StateOf(current);
                // The setting was changed back: the older secret is the one to keep.
                current.ExpiresAt = null;
                Audit("kept", current, before);
                break;
            case null:
                current = Add(secret);
                break;
        }

        foreach (var older in known.Where(c => c != current && c.Name == Name && c.ExpiresAt is null && c.RevokedAt is null))
        {
            var before = MachineCredentialAudit.StateOf(older);
            older.ExpiresAt = clock.GetUtcNow() + Overlap;
            Audit("rotated_out", older, before);
        }
    }

    private MachineCredential Add(string secret)
    {
        var now = clock.GetUtcNow();
        var credential = new MachineCredential
        {
            Id = Guid.CreateVersion7(now),
            Name = Name,
            Source = Source,
            SecretHash = MachineSecret.HashOf(secret),
            Scopes = Scopes,
            CreatedAt = now,
        };
        db.MachineCredentials.Add(credential);
        Audit("created", credential);

        return credential;
    }

    private void Audit(string verb, MachineCredential credential, object? before = null) =>
        MachineCredentialAudit.Append(db, Start, clock.GetUtcNow(), verb, credential, before);

    [LoggerMessage(2102, LogLevel.Warning,
        "The secret in " + BrigadeKeyOptions.Key + " was {Act} on the page of machine credentials; put the present one there, or none")]
    private partial void LogNoLongerGood(string act);
}
