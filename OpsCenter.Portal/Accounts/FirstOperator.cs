using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts;

/// <summary>Sees to it that somebody can sign in: makes the first operator, and lets whoever has the machine set a new password.</summary>
public sealed class FirstOperator(
    OpsCenterDbContext db,
    UserManager<User> users,
    IOptions<FirstOperatorOptions> options,
    IFirstRunNotes notes,
    TimeProvider clock)
{
    private static readonly Actor Start = new Actor.System("start");
    private static readonly Actor Reset = new Actor.System("reset-admin-password");

    /// <summary>Makes the first operator when there is no admin yet. Several instances may start at once.</summary>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>Address and generated password, to be printed once; null when nothing was generated.</returns>
    public async Task<GeneratedSignIn?> EnsureAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Makes a second instance wait until it can see the operator of the first.
        await db.Database.ExecuteSqlAsync($"lock table users in share row exclusive mode", cancellationToken);

        if (await db.Users.AnyAsync(u => u.PlatformRole == PlatformRole.Admin, cancellationToken))
        {
            return null;
        }

        var generated = options.Value.Password is null ? GeneratedPassword.Create() : null;
        var user = await CreateAsync(generated ?? options.Value.Password!);
        AuditTrail.Append(
            db,
            Start,
            clock.GetUtcNow(),
            new AuditRecord("operator.created", "user", user.Id.ToString(), After: new { platform_role = EnumText<PlatformRole>.Of(PlatformRole.Admin) }));
        await db.SaveChangesAsync(cancellationToken);
        NoteDown(user, generated);
        await transaction.CommitAsync(cancellationToken);

        return generated is null ? null : new GeneratedSignIn(user.Email!, generated);
    }
}
