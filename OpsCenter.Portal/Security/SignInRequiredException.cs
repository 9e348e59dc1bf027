namespace OpsCenter.Portal.Security;

/// <summary>
/// Nobody is signed in any more: the session was ended, has expired, or the password changed. The frame answers by going to the sign-in page.
/// </summary>
public sealed class SignInRequiredException() : Exception("The session is over; sign in again.");
