using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts;

/// <summary>
/// Checks an address and a password. The account's row is locked meanwhile, so that guesses sent at once are counted one by one and no more
/// than the allowed number is looked at. Takes no actor: this is how one becomes one.
/// </summary>
public sealed class SignInWithPassword(
    IDbContextFactory<OpsCenterDbContext> contexts,
    IPasswordHasher<User> hasher,
    SignInLimits limits,
    DecoyAccounts decoys,
    IOptions<IdentityOptions> identity,
    TimeProvider clock)
{
    private LockoutOptions Lockout => identity.Value.Lockout;

    /// <summary>Judges one try; the caller starts the session when it is accepted.</summary>
    public async Task<SignInOutcome> HandleAsync(SignInTry attempt, CancellationToken cancellationToken)
    {
        if (limits.TryTake(attempt) is { } wait)
        {
            return new SignInOutcome.TooManyTries(wait);
        }

        if (!EmailAddress.IsPossible(attempt.Email.Trim()) || attempt.Password.Length is 0 or > SignInTry.MaxLength)
        {
            return new SignInOutcome.WrongCredentials();
        }

        var email = EmailAddress.Normalize(attempt.Email);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var user = await db.Users
            .FromSql($"select * from users where normalized_email = {email} for update")
            .SingleOrDefaultAsync(cancellationToken);
        var outcome = user is null ? JudgeUnknown(email, attempt) : Judge(db, user, attempt);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return outcome;
    }

    private SignInOutcome JudgeUnknown(string email, SignInTry attempt)
    {
        decoys.Verify(attempt.Password);

        return decoys.Fail(email) is { } wait ? new SignInOutcome.LockedOut(wait) : new SignInOutcome.WrongCredentials();
    }

    private SignInOutcome Judge(OpsCenterDbContext db, User user, SignInTry attempt)
    {
        var now = clock.GetUtcNow();

        if (user.LockoutEnd is { } end && end > now)
        {
            // Whether the password was right stays unknown, in time too.
            decoys.Verify(attempt.Password);
            return new SignInOutcome.LockedOut(end - now);
        }

        return hasher.VerifyHashedPassword(user, user.PasswordHash ?? "", attempt.Password) switch
        {
            PasswordVerificationResult.Failed => CountFailure(db, user, now),
            PasswordVerificationResult.Success => Accept(user, attempt, now),
            PasswordVerificationResult.SuccessRehashNeeded => AcceptAndRehash(user, attempt, now),
        };
    }

    private SignInOutcome CountFailure(OpsCenterDbContext db, User user, DateTimeOffset now)
    {
        if (++user.AccessFailedCount < Lockout.MaxFailedAccessAttempts)
        {
            return new SignInOutcome.WrongCredentials();
        }

        user.AccessFailedCount = 0;
        user.LockoutEnd = now + Lockout.DefaultLockoutTimeSpan;
        AuditTrail.Append(
            db,
            new Actor.System("sign-in"),
            now,
            new AuditRecord("user.locked_out", "user", user.Id.ToString(), After: new { until = user.LockoutEnd }));

        return new SignInOutcome.LockedOut(Lockout.DefaultLockoutTimeSpan);
    }

    private SignInOutcome.Accepted AcceptAndRehash(User user, SignInTry attempt, DateTimeOffset now)
    {
        user.PasswordHash = hasher.HashPassword(user, attempt.Password);

        return Accept(user, attempt, now);
    }

    private static SignInOutcome.Accepted Accept(User user, SignInTry attempt, DateTimeOffset now)
    {
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;

        return new SignInOutcome.Accepted(
            SessionClaims.PrincipalOf(Guid.CreateVersion7(now), user),
            new AuthenticationProperties
            {
                IsPersistent = attempt.Remember,
                IssuedUtc = now,
                ExpiresUtc = now + SessionLifetime.Of(attempt.Remember),
            });
    }
}
