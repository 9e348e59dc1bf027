using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Accounts;

/// <summary>Makes the operator who is there from the first start on.</summary>
public sealed class FirstOperator(
    OpsCenterDbContext db,
    UserManager<User> users,
    IOptions<FirstOperatorOptions> options,
    FirstRunFile notes,
    OperatorConsole console,
    TimeProvider clock)
{
    private static readonly Actor Start = new Actor.System("start");

    /// <summary>Makes the operator unless there is an admin already. Several instances may start at once.</summary>
    /// <param name="cancellationToken">Stops the start.</param>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // A second instance waits here until it sees the operator of the first.
        await db.Database.ExecuteSqlAsync($"lock table users in share row exclusive mode", cancellationToken);

        if (await db.Users.AnyAsync(u => u.PlatformRole == PlatformRole.Admin, cancellationToken))
        {
            return;
        }

        var given = options.Value.Password;
        var password = given ?? GeneratedPassword.Create();
        var user = await CreateAsync(options.Value.Email, password);
        AuditTrail.Append(db, Start, clock.GetUtcNow(), new AuditRecord(
            "operator.created", "user", user.Id.ToString(), After: new { platform_role = EnumText<PlatformRole>.Of(PlatformRole.Admin) }));
        await db.SaveChangesAsync(cancellationToken);

        if (given is not null)
        {
            await transaction.CommitAsync(cancellationToken);
            return;
        }

        // Noted before it holds: a password that nobody was told would lock everybody out.
        notes.Write(FirstRunNotes.SignIn(options.Value.Email, password));
        await transaction.CommitAsync(cancellationToken);
        await console.ShowAsync(options.Value.Email, password, notes.Path);
    }

    private async Task<User> CreateAsync(string email, string password)
    {
        var now = clock.GetUtcNow();
        var user = new User
        {
            Id = Guid.CreateVersion7(now),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = "Administrator",
            PlatformRole = PlatformRole.Admin,
            CreatedAt = now,
        };
        var result = await users.CreateAsync(user, password);

        return result.Succeeded ? user : throw new HostingException(
            $"The first operator cannot be made ({FirstOperatorOptions.EmailKey}, {FirstOperatorOptions.PasswordKey}): "
            + string.Join(" ", result.Errors.Select(e => e.Description)));
    }
}
