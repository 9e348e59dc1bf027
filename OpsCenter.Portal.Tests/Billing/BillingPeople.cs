using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Tests.Billing;

/// <summary>Who asks about billing.</summary>
internal static class BillingPeople
{
    public static Actor.User Admin { get; } = Operator(PlatformRole.Admin);

    public static Actor.User Finance { get; } = Operator(PlatformRole.Finance);

    public static Actor.User MemberOf(Guid organization, OrganizationRole role = OrganizationRole.Billing) =>
        new(Guid.CreateVersion7(BillingFixture.Start), null, organization, role);

    private static Actor.User Operator(PlatformRole role) => new(Guid.CreateVersion7(BillingFixture.Start), role, null, null);
}
