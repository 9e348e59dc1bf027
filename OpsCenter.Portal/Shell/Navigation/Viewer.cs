using System.Security.Claims;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Shell.Navigation;

/// <summary>The signed-in person as the frame shows them. Decides what is drawn, never what is allowed.</summary>
/// <param name="Name">Shown in the user menu.</param>
/// <param name="OrganizationName">The current organisation; null for operators who act for none.</param>
/// <param name="Actor">Roles, for leaving out what would be refused.</param>
public sealed record Viewer(string Name, string? OrganizationName, Actor.User Actor)
{
    private static readonly char[] NameSeparators = [' ', '.', '@', '-', '_'];

    /// <summary>Up to two letters for the round button in the bar.</summary>
    public string Initials => string.Concat(
        Name.Split(NameSeparators, StringSplitOptions.RemoveEmptyEntries).Take(2).Select(part => char.ToUpperInvariant(part[0])));

    /// <summary>The roles in words; null for a person who has none.</summary>
    public string? RoleTitle => (Actor.PlatformRole, Actor.OrganizationRole) switch
    {
        ({ } platform, { } organization) => $"{TitleOf(platform)} · {TitleOf(organization)}",
        ({ } platform, null) => TitleOf(platform),
        (null, { } organization) => TitleOf(organization),
        (null, null) => null,
    };

    /// <returns>Null for a reader who has not signed in.</returns>
    public static Viewer? From(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true } || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var userId))
            return null;
        var actor = new Actor.User(
            userId,
            Parse<PlatformRole>(user.FindFirstValue(ViewerClaims.PlatformRole)),
            Guid.TryParse(user.FindFirstValue(ViewerClaims.OrganizationId), out var organizationId) ? organizationId : null,
            Parse<OrganizationRole>(user.FindFirstValue(ViewerClaims.OrganizationRole)));
        return new Viewer(user.Identity.Name ?? "Signed in", user.FindFirstValue(ViewerClaims.OrganizationName), actor);
    }

    private static T? Parse<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static string TitleOf(PlatformRole role) => role switch
    {
        PlatformRole.Admin => "Platform admin",
        PlatformRole.Finance => "Finance, read-only",
        PlatformRole.Support => "Support, read-only",
    };

    private static string TitleOf(OrganizationRole role) => role switch
    {
        OrganizationRole.Owner => "Owner",
        OrganizationRole.Admin => "Organisation admin",
        OrganizationRole.Billing => "Billing contact",
        OrganizationRole.Member => "Member",
    };
}
