using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Accounts.SignUps;

/// <summary>Makes an account and its organisation in one transaction. Takes no actor: this is how one becomes a customer.</summary>
public sealed class SignUpCustomer(OpsCenterDbContext db, UserManager<User> users, SignInLimits limits, DecoyAccounts decoys, TimeProvider clock)
{
    /// <summary>Judges one form; the caller starts the session when it is accepted.</summary>
    /// <param name="form">As typed; the plan was looked at by the caller.</param>
    /// <param name="address">Where the request came from.</param>
    /// <param name="cancellationToken">Nothing is made when it comes before the commit.</param>
    public async Task<SignUpOutcome> HandleAsync(SignUpForm form, IPAddress? address, CancellationToken cancellationToken)
    {
        var (email, password) = ((form.Email ?? "").Trim(), form.Password ?? "");

        if (limits.TryTake(new SignInTry(email, password, Remember: false, address)) is { } wait)
            return new SignUpOutcome.TooManyTries(wait);

        var problems = ProblemsOf(form, email, password);

        if (problems.Count > 0)
            return new SignUpOutcome.Invalid(problems);

        var now = clock.GetUtcNow();
        var user = new User { Id = Guid.CreateVersion7(now), UserName = email, Email = email, DisplayName = form.Name!.Trim(), CreatedAt = now }; // checked above
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await users.CreateAsync(user, password);

        if (!result.Succeeded)
        {
            // Takes as long as a sign-up that works.
            decoys.Verify(password);

            return new SignUpOutcome.Invalid(ProblemsOf(result));
        }

        var owner = NewOrganization.Add(db, user.Id, form.Organization!, now); // checked above
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return new SignUpOutcome.Created(
            owner,
            SessionClaims.PrincipalOf(Guid.CreateVersion7(now), user),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + SessionLifetime.Ordinary });
    }

    private static Dictionary<string, string> ProblemsOf(SignUpForm form, string email, string password)
    {
        var problems = new Dictionary<string, string>();

        if (Organization.ProblemWithName(form.Name) is not null)
            problems[nameof(form.Name)] = $"Enter your name, at most {Organization.MaxNameLength} characters.";

        if (!EmailAddress.IsPossible(email))
            problems[nameof(form.Email)] = "Enter an e-mail address, such as name@example.com.";

        if (password.Length is < 12 or > SignInTry.MaxLength)
            problems[nameof(form.Password)] = $"Use 12 to {SignInTry.MaxLength} characters.";

        if (Organization.ProblemWithName(form.Organization) is { } problem)
            problems[nameof(form.Organization)] = problem;

        return problems;
    }

    // That an address is taken cannot be hidden from whoever would get an account otherwise; it is said without more.
    private static Dictionary<string, string> ProblemsOf(IdentityResult result)
    {
        var isTaken = result.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName));

        return isTaken
            ? new Dictionary<string, string> { [nameof(SignUpForm.Email)] = "This address cannot be used for a new account. If it is yours, sign in." }
            : new Dictionary<string, string> { [nameof(SignUpForm.Password)] = string.Join(" ", result.Errors.Select(e => e.Description)) };
    }
}
