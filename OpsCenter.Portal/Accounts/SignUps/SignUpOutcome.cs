using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Accounts.SignUps;

/// <summary>What became of a sign-up.</summary>
public abstract record SignUpOutcome
{
    private SignUpOutcome()
    {
    }

    /// <summary>There is a new account with an organisation.</summary>
    /// <param name="Owner">Who they are.</param>
    /// <param name="Principal">Whom the session is for.</param>
    /// <param name="Properties">How long it lasts.</param>
    public sealed record Created(Actor.User Owner, ClaimsPrincipal Principal, AuthenticationProperties Properties) : SignUpOutcome;

    /// <summary>Something was typed that cannot be used.</summary>
    /// <param name="Problems">Field to sentence.</param>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Problems) : SignUpOutcome;

    /// <summary>Too many tries from this address.</summary>
    /// <param name="Wait">For how long, from now on.</param>
    public sealed record TooManyTries(TimeSpan Wait) : SignUpOutcome;
}
