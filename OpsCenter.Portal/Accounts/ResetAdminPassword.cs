using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Accounts;

/// <summary>Gives the admin a new password, for whoever has the machine: <c>--reset-admin-password</c>.</summary>
public sealed class ResetAdminPassword(
    OpsCenterDbContext db,
    UserManager<User> users,
    IOptions<FirstOperatorOptions> options,
    FirstRunFile notes,
    OperatorConsole console,
    TimeProvider clock)
{
    private static readonly Actor Reset = new Actor.System("reset-admin-password");

    /// <summary>
    /// Sets a generated password, lifts a lock-out, ends the admin's sessions, and shows the password. It is the admin with the configured
    /// address, or else the oldest admin.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting for the database.</param>
    /// <exception cref="HostingException">There is no admin yet.</exception>
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var admin = await FindAdminAsync(cancellationToken);
        var password = GeneratedPassword.Create();
        var now = clock.GetUtcNow();
        admin.PasswordHash = users.PasswordHasher.HashPassword(admin, password);
        admin.AccessFailedCount = 0;
        admin.LockoutEnd = null;
        await users.UpdateSecurityStampAsync(admin);
        await EndSessions.OfAsync(db, admin.Id, now, cancellationToken);
        AuditTrail.Append(db, Reset, now, new AuditRecord("user.password_reset", "user", admin.Id.ToString()));
        await db.SaveChangesAsync(cancellationToken);
        notes.Write(FirstRunNotes.SignIn(admin.Email!, password));
        await transaction.CommitAsync(cancellationToken);
        await console.ShowAsync(admin.Email!, password, notes.Path);
    }

    private async Task<User> FindAdminAsync(CancellationToken cancellationToken)
    {
        if (!(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            throw new HostingException("There is no operator yet. Start the portal once, and it makes one.");
        }

        var email = EmailAddress.Normalize(options.Value.Email);

        return await db.Users.Where(u => u.PlatformRole == PlatformRole.Admin)
            .OrderByDescending(u => u.NormalizedEmail == email)
            .ThenBy(u => u.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken)
            ?? throw new HostingException("There is no operator yet. Start the portal once, and it makes one.");
    }
}
