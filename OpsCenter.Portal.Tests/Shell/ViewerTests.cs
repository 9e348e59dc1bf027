using System.Security.Claims;
using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Navigation;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell;

public sealed class ViewerTests
{
    private const string UserId = "0199c1f2-0000-7000-8000-000000000001";
    private static readonly Guid Organization = new("0199c1f2-0000-7000-8000-000000000002");

    [Theory]
    [InlineData(PlatformRole.Admin, PortalUrls.Audit, PortalUrls.MachineCredentials)]
    [InlineData(PlatformRole.Finance, PortalUrls.Audit)]
    [InlineData(PlatformRole.Support)]
    public void An_operator_sees_the_platform_group_and_what_is_for_admins_only_as_an_admin(PlatformRole role, params string[] forRole)
    {
        var items = NavigationCatalog.For(new Viewer("Ana", null, new Actor.User(Guid.Empty, role, null, null)));

        items.Should().OnlyContain(item => item.Group == NavigationGroup.Platform);
        items.Select(item => item.Href).Should().Equal([
            PortalUrls.Overview, PortalUrls.Margin, PortalUrls.Customers, PortalUrls.Jobs, PortalUrls.Holds, PortalUrls.Finance, PortalUrls.RateCard, PortalUrls.Agents, PortalUrls.Plans, PortalUrls.Integrations,
            .. forRole,
        ]);
    }

    [Fact]
    public void A_member_sees_usage_and_plan_and_only_who_manages_billing_sees_money()
    {
        var items = NavigationCatalog.For(new Viewer("Ben", "Acme", new Actor.User(Guid.Empty, null, Organization, OrganizationRole.Member)));

        var owners = NavigationCatalog.For(new Viewer("Ana", "Acme", new Actor.User(Guid.Empty, null, Organization, OrganizationRole.Owner)));

        items.Should().OnlyContain(item => item.Group == NavigationGroup.MyAccount);
        items.Select(item => item.Href).Should().Equal(PortalUrls.CustomersOverview, PortalUrls.CustomersUsage, PortalUrls.Jobs, PortalUrls.CustomersPlan, PortalUrls.CustomersProviderKeys);
        owners.Select(item => item.Href).Should().Equal(
            PortalUrls.CustomersOverview, PortalUrls.CustomersUsage, PortalUrls.Jobs, PortalUrls.CustomersPlan, PortalUrls.CustomersBilling, PortalUrls.CustomersPaymentMethods,
            PortalUrls.CustomersProviderKeys);
    }

    [Fact]
    public void Nobody_and_a_person_without_roles_see_an_empty_rail()
    {
        NavigationCatalog.For(null).Should().BeEmpty();
        NavigationCatalog.For(new Viewer("Eve", null, new Actor.User(Guid.Empty, null, null, null))).Should().BeEmpty();
    }

    [Fact]
    public void The_claims_of_the_cookie_become_name_roles_and_organisation()
    {
        var viewer = Viewer.From(SignedIn(
            (ClaimTypes.Name, "Ana Lima"), (ClaimTypes.NameIdentifier, UserId), (ViewerClaims.PlatformRole, "finance"),
            (ViewerClaims.OrganizationId, Organization.ToString()), (ViewerClaims.OrganizationName, "Acme"), (ViewerClaims.OrganizationRole, "owner")));

        viewer.Should().Be(new Viewer("Ana Lima", "Acme", new Actor.User(new Guid(UserId), PlatformRole.Finance, Organization, OrganizationRole.Owner)));
        viewer?.RoleTitle.Should().Be("Finance, read-only · Owner");
    }

    [Fact]
    public void A_role_nobody_knows_is_no_role()
    {
        var viewer = Viewer.From(SignedIn((ClaimTypes.NameIdentifier, UserId), (ViewerClaims.PlatformRole, "root"), (ViewerClaims.OrganizationRole, "7")));

        viewer?.Actor.PlatformRole.Should().BeNull();
        viewer?.Actor.OrganizationRole.Should().BeNull();
    }

    [Theory]
    [InlineData("Ana Lima", "AL")]
    [InlineData("ben.okri@example.com", "BO")]
    [InlineData("ana", "A")]
    [InlineData("Ana Maria de Lima", "AM")]
    public void Initials_are_at_most_two(string name, string expected) =>
        new Viewer(name, null, new Actor.User(Guid.Empty, null, null, null)).Initials.Should().Be(expected);

    private static ClaimsPrincipal SignedIn(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test"));
}
