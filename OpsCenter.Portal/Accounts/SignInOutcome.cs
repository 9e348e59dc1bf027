using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace OpsCenter.Portal.Accounts;

/// <summary>What became of a try to sign in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>The password is right.</summary>
    /// <param name="Principal">Whom the session is for.</param>
    /// <param name="Properties">How long it lasts.</param>
    public sealed record Accepted(ClaimsPrincipal Principal, AuthenticationProperties Properties) : SignInOutcome;

    /// <summary>There is no such account, or the password is wrong; nobody is told which.</summary>
    public sealed record WrongCredentials : SignInOutcome;

    /// <summary>Too many wrong passwords; even the right one is refused for a while.</summary>
    /// <param name="Wait">For how long, from now on.</param>
    public sealed record LockedOut(TimeSpan Wait) : SignInOutcome;

    /// <summary>Too many tries from this address or for this account; the password was not looked at.</summary>
    /// <param name="Wait">For how long, from now on.</param>
    public sealed record TooManyTries(TimeSpan Wait) : SignInOutcome;
}
