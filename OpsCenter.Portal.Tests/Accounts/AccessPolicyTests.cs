using FluentAssertions;
using OpsCenter.Domain.Accounts;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class AccessPolicyTests
{
    private const string Table =
        """
        permission       | admin | finance | support | owner | org-admin | billing | member | nobody | admin+owner | finance+member | usage:write | rate-card:read | byok:read | no-scope | system
        ViewRateCard     | yes   | yes     | yes     | -     | -         | -       | -      | -      | yes         | yes            | -           | -              | -         | -        | yes
        EditRateCard     | yes   | -       | -       | -     | -         | -       | -      | -      | yes         | -              | -           | -              | -         | -        | yes
        ViewAllJobs      | yes   | yes     | yes     | -     | -         | -       | -      | -      | yes         | yes            | -           | -              | -         | -        | yes
        ViewOwnJobs      | -     | -       | -       | yes   | yes       | yes     | yes    | -      | yes         | yes            | -           | -              | -         | -        | yes
        CorrectJobs      | yes   | -       | -       | -     | -         | -       | -      | -      | yes         | -              | -           | -              | -         | -        | yes
        GiveCredits      | yes   | -       | -       | -     | -         | -       | -      | -      | yes         | -              | -           | -              | -         | -        | yes
        ResolveHolds     | yes   | -       | -       | -     | -         | -       | -      | -      | yes         | -              | -           | -              | -         | -        | yes
        VerifyRollups    | yes   | yes     | -       | -     | -         | -       | -      | -      | yes         | yes            | -           | -              | -         | -        | yes
        RepairRollups    | yes   | -       | -       | -     | -         | -       | -      | -      | yes         | -              | -           | -              | -         | -        | yes
        ViewCustomers    | yes   | yes     | yes     | -     | -         | -       | -      | -      | yes         | yes            | -           | -              | -         | -        | yes
        ManageCustomers  | yes   | -       | -       | -     | -         | -       | -      | -      | yes         | -              | -           | -              | -         | -        | yes
        ManageMachineCredentials | yes | - | -   | -     | -         | -       | -      | -      | yes         | -              | -           | -              | -         | -        | yes
        ViewAudit        | yes   | yes     | -       | -     | -         | -       | -      | -      | yes         | yes            | -           | -              | -         | -        | yes
        ViewOwnSubscription | - | - | - | yes | yes | yes | yes | - | yes | yes | - | - | - | - | yes
        ManageOwnSubscription | - | - | - | yes | - | - | - | - | yes | - | - | - | - | - | yes
        ViewOwnBilling | - | - | - | yes | yes | yes | - | - | yes | - | - | - | - | - | yes
        ManageOwnBilling | - | - | - | yes | yes | yes | - | - | yes | - | - | - | - | - | yes
        ViewBilling | yes | yes | yes | - | - | - | - | - | yes | yes | - | - | - | - | yes
        ManagePlans | yes | - | - | - | - | - | - | - | yes | - | - | - | - | - | yes
        ManageSubscriptions | yes | - | - | - | - | - | - | - | yes | - | - | - | - | - | yes
        ManageBilling | yes | - | - | - | - | - | - | - | yes | - | - | - | - | - | yes
        ViewOwnProviderKeys | - | - | - | yes | yes | yes | yes | - | yes | yes | - | - | - | - | yes
        ManageOwnProviderKeys | - | - | - | yes | yes | - | - | - | yes | - | - | - | - | - | yes
        ViewProviderKeys | yes | yes | yes | - | - | - | - | - | yes | yes | - | - | - | - | yes
        ManageIntegrations | yes | - | - | - | - | - | - | - | yes | - | - | - | - | - | yes
        RecordUsage      | -     | -       | -       | -     | -         | -       | -      | -      | -           | -              | yes         | -              | -         | -        | yes
        ReadRateCard     | -     | -       | -       | -     | -         | -       | -      | -      | -           | -              | -           | yes            | -         | -        | yes
        ReadByokKeys     | -     | -       | -       | -     | -         | -       | -      | -      | -           | -              | -           | -              | yes       | -        | -
        """;

    private static readonly string[][] Rows = [.. Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    public static TheoryData<Permission, string, bool> Cells()
    {
        var cells = new TheoryData<Permission, string, bool>();

        foreach (var row in Rows.Skip(1))
        {
            foreach (var (actor, cell) in Rows[0].Zip(row).Skip(1))
            {
                cells.Add(Enum.Parse<Permission>(row[0]), actor, cell == "yes");
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_cell_of_the_table_holds(Permission permission, string actor, bool isAllowed)
    {
        var allows = AccessPolicy.Allows(ActorOf(actor), permission);

        allows.Should().Be(isAllowed);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void What_is_not_allowed_is_refused_by_an_exception(Permission permission, string actor, bool isAllowed)
    {
        var demand = () => AccessPolicy.Demand(ActorOf(actor), permission);

        if (isAllowed)
        {
            demand.Should().NotThrow();
        }
        else
        {
            demand.Should().Throw<AccessDeniedException>().Which.Permission.Should().Be(permission);
        }
    }

    [Fact]
    public void The_table_has_a_row_for_every_permission()
    {
        var rows = Rows.Skip(1).Select(row => Enum.Parse<Permission>(row[0]));

        rows.Should().BeEquivalentTo(Enum.GetValues<Permission>());
    }

    [Fact]
    public void Every_row_of_the_table_has_a_cell_for_every_actor() => Rows.Should().OnlyContain(row => row.Length == Rows[0].Length);

    private static Actor ActorOf(string column) => column switch
    {
        "admin" => Person(PlatformRole.Admin, null),
        "finance" => Person(PlatformRole.Finance, null),
        "support" => Person(PlatformRole.Support, null),
        "owner" => Person(null, OrganizationRole.Owner),
        "org-admin" => Person(null, OrganizationRole.Admin),
        "billing" => Person(null, OrganizationRole.Billing),
        "member" => Person(null, OrganizationRole.Member),
        "nobody" => Person(null, null),
        "admin+owner" => Person(PlatformRole.Admin, OrganizationRole.Owner),
        "finance+member" => Person(PlatformRole.Finance, OrganizationRole.Member),
        "usage:write" => Machine(MachineScopes.UsageWrite),
        "rate-card:read" => Machine(MachineScopes.RateCardRead),
        "byok:read" => Machine(MachineScopes.ByokRead),
        "no-scope" => Machine(MachineScopes.None),
        "system" => new Actor.System("seed"),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "The table has a column for nobody."),
    };

    private static Actor.User Person(PlatformRole? platform, OrganizationRole? organization) =>
        new(Guid.Parse("0199c1f2-0000-7000-8000-000000000001"),
            platform,
            organization is null ? null : Guid.Parse("0199c1f2-0000-7000-8000-000000000002"),
            organization);

    private static Actor.Machine Machine(MachineScopes scopes) => new(Guid.Parse("0199c1f2-0000-7000-8000-000000000003"), "brigade", scopes);
}
