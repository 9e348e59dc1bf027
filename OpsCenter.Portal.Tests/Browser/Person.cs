using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Somebody who can sign in.</summary>
public sealed record Person(string Name, string Email, string Password)
{
    /// <summary>The first operator, a platform admin.</summary>
    public static Person Admin { get; } = new("Operator", PortalHost.AdminEmail, PortalHost.AdminPassword);
}
