using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Security;

/// <summary>Sees to it that Brigade can call: with the secret from the settings, or with a generated one.</summary>
public sealed class FirstMachineCredential(
    OpsCenterDbContext db, IOptions<BrigadeKeyOptions> options, FirstRunFile notes, TimeProvider clock)
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
    /// <exception cref="HostingException">The secret in the settings was revoked.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // A second instance waits here until it sees the credential of the first.
        await db.Database.ExecuteSqlAsync($"lock table machine_credentials in share row exclusive mode", cancellationToken);
        var known = await db.MachineCredentials.Where(c => c.Source == Source).ToListAsync(cancellationToken);

        if (options.Value.Secret is { } secret)
        {
            UseGiven(secret, known);
        }
        else if (!known.Any(IsUsable))
        {
            var generated = MachineSecret.Generate();
            Add(generated);
            // Noted before it holds: nobody could call with a secret that nobody was told.
            notes.Write(FirstRunNotes.Key(generated));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void UseGiven(string secret, List<MachineCredential> known)
    {
        var hash = MachineSecret.HashOf(secret);
        var current = known.SingleOrDefault(c => c.SecretHash.AsSpan().SequenceEqual(hash));

        switch (current)
        {
            case { RevokedAt: not null }:
                throw new HostingException($"{BrigadeKeyOptions.Key} holds a secret that was revoked. Choose another one.");
            case { ExpiresAt: not null }:
                // The setting was changed back: the older secret is the one to keep.
                current.ExpiresAt = null;
                Audit("machine_credential.kept", current);
                break;
            case null:
                current = Add(secret);
                break;
        }

        foreach (var older in known.Where(c => c != current && c.Name == Name && c.ExpiresAt is null && c.RevokedAt is null))
        {
            older.ExpiresAt = clock.GetUtcNow() + Overlap;
            Audit("machine_credential.rotated_out", older);
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
        Audit("machine_credential.created", credential);

        return credential;
    }

    private bool IsUsable(MachineCredential credential) =>
        credential.RevokedAt is null && (credential.ExpiresAt is not { } end || end > clock.GetUtcNow());

    private void Audit(string action, MachineCredential credential) => AuditTrail.Append(db, Start, clock.GetUtcNow(), new AuditRecord(
        action,
        "machine_credential",
        credential.Id.ToString(),
        After: new { credential.Source, scopes = MachineScopeText.ToTexts(credential.Scopes), expires_at = credential.ExpiresAt }));
}
