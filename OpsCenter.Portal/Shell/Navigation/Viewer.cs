using System.Security.Claims;

namespace OpsCenter.Portal.Shell.Navigation;

/// <summary>The signed-in person as the frame shows them. Decides what is drawn, never what is allowed.</summary>
/// <param name="Name">Shown in the user menu.</param>
/// <param name="Role">The role in words, for example "Platform admin"; null when there is none.</param>
/// <param name="OrganizationName">The current organisation; null for operators who are in none.</param>
/// <param name="IsOperator">Platform staff of any role.</param>
public sealed record Viewer(string Name, string? Role, string? OrganizationName, bool IsOperator)
{
    public const string OperatorClaim = "operator_role";
    public const string OrganizationClaim = "organization_name";

    public bool IsOrganizationMember => OrganizationName is not null;

    /// <summary>Up to two letters for the round button in the bar.</summary>
    public string Initials => string.Concat(Name.Split([' ', '.', '@', '-'], StringSplitOptions.RemoveEmptyEntries).Take(2).Select(part => char.ToUpperInvariant(part[0])));

    /// <returns>Null for a reader who has not signed in.</returns>
    public static Viewer? From(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true })
            return null;
        var operatorRole = user.FindFirstValue(OperatorClaim);
        return new Viewer(user.Identity.Name ?? "Signed in", operatorRole, user.FindFirstValue(OrganizationClaim), operatorRole is not null);
    }
}
