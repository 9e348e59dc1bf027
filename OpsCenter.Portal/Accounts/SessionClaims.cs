using System.Security.Claims;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Navigation;

namespace OpsCenter.Portal.Accounts;

/// <summary>
/// The principal of a session. It is made anew for every request; roles in it are for drawing pages, while commands and queries ask the
/// database again through the current actor.
/// </summary>
internal static class SessionClaims
{
    public const string SessionId = "session_id";
    public const string SecurityStamp = "security_stamp";

    public static ClaimsPrincipal PrincipalOf(CurrentPerson person)
    {
        var (userId, platformRole, organizationId, organizationRole) = person.Actor;
        var identity = IdentityOf(person.SessionId, userId, person.SecurityStamp);
        Add(identity, ClaimTypes.Name, person.DisplayName);
        Add(identity, ViewerClaims.PlatformRole, platformRole is { } role ? EnumText<PlatformRole>.Of(role) : null);
        Add(identity, ViewerClaims.OrganizationId, organizationId?.ToString());
        Add(identity, ViewerClaims.OrganizationName, person.OrganizationName);
        Add(identity, ViewerClaims.OrganizationRole, organizationRole is { } place ? EnumText<OrganizationRole>.Of(place) : null);

        return new ClaimsPrincipal(identity);
    }

    /// <summary>The principal of a session that is about to start; what else is known of the person is read when it is used.</summary>
    public static ClaimsPrincipal PrincipalOf(Guid newSessionId, User user) =>
        new(IdentityOf(newSessionId, user.Id, user.SecurityStamp ?? ""));

    /// <summary>The session of a principal and the security stamp it was opened under; null for others than signed-in people.</summary>
    public static (Guid SessionId, string SecurityStamp)? ReferenceOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(SessionId), out var sessionId) && user.FindFirstValue(SecurityStamp) is { } stamp
            ? (sessionId, stamp)
            : null;

    private static ClaimsIdentity IdentityOf(Guid sessionId, Guid userId, string securityStamp)
    {
        var identity = new ClaimsIdentity(SessionCookie.SchemeName);
        Add(identity, SessionId, sessionId.ToString());
        Add(identity, SecurityStamp, securityStamp);
        Add(identity, ClaimTypes.NameIdentifier, userId.ToString());

        return identity;
    }

    private static void Add(ClaimsIdentity identity, string type, string? value)
    {
        if (value is not null)
        {
            identity.AddClaim(new Claim(type, value));
        }
    }
}
