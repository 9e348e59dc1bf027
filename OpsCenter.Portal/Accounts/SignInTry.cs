using System.Net;

namespace OpsCenter.Portal.Accounts;

/// <summary>What somebody typed into the sign-in form.</summary>
/// <param name="Email">As typed.</param>
/// <param name="Password">As typed.</param>
/// <param name="Remember">Whether the browser shall keep the session when it closes.</param>
/// <param name="Address">Where the request came from; null when the server does not know.</param>
public sealed record SignInTry(string Email, string Password, bool Remember, IPAddress? Address)
{
    /// <summary>Longest address and longest password in characters; longer ones are wrong without a look.</summary>
    public const int MaxLength = 256;

    /// <summary>Keeps the password out of every text this might end up in.</summary>
    public override string ToString() => nameof(SignInTry);
}
