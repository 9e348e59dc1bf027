using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.ProviderKeys;
using OpsCenter.Portal.Usage.Byok;
using OpsCenter.Portal.Usage.Overview;
using Xunit;

namespace OpsCenter.Portal.Tests.ProviderKeys;

public sealed class ProviderKeyAccessTests(KeysHost host) : IClassFixture<KeysHost>
{
    private const string Secret = "sk-test-0123456789-abcd";

    public static TheoryData<PlatformRole?, OrganizationRole?, bool> Strangers => new()
    {
        { null, OrganizationRole.Owner, true },
        { null, OrganizationRole.Admin, true },
        { null, OrganizationRole.Member, false },
        { null, OrganizationRole.Billing, false },
        { PlatformRole.Admin, null, false },
        { PlatformRole.Finance, null, false },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Nobody_but_owners_and_admins_of_the_customer_changes_its_keys(PlatformRole? platform, OrganizationRole? role, bool isOfAnother)
    {
        var owner = await host.OwnerAsync();
        var id = owner.OrganizationId!.Value;
        var key = await host.AddAsync(owner, Secret);
        var stranger = new Actor.User(KeysHost.NewId(), platform, role is null ? null : isOfAnother ? KeysHost.NewId() : id, role);

        Func<Task>[] acts =
        [
            () => host.Get<AddProviderKey>().HandleAsync(stranger, id, "anthropic", "Mine", Secret, default),
            () => host.Get<RenameProviderKey>().HandleAsync(stranger, id, key, "Mine", default),
            () => host.Get<RotateProviderKey>().HandleAsync(stranger, id, key, Secret, default),
            () => host.Get<TestProviderKey>().HandleAsync(stranger, id, key, default),
            () => host.Get<RemoveProviderKey>().HandleAsync(stranger, id, key, default),
        ];

        foreach (var act in acts)
            await act.Should().ThrowAsync<AccessDeniedException>();
    }

    [Fact]
    public async Task An_owner_of_another_customer_sees_and_changes_nothing_also_with_a_key_of_their_own()
    {
        var (owner, other) = (await host.OwnerAsync(), await host.OwnerAsync());
        var key = await host.AddAsync(owner, Secret);

        var list = () => host.Get<ProviderKeyQueries>().ListAsync(other, owner.OrganizationId!.Value, default);
        var statement = () => host.Get<ByokQueries>().GetAsync(other, owner.OrganizationId!.Value, OverviewPeriod.Last30Days, default);
        var smuggled = await host.Get<RemoveProviderKey>().HandleAsync(other, other.OrganizationId!.Value, key, default);

        await list.Should().ThrowAsync<AccessDeniedException>();
        await statement.Should().ThrowAsync<AccessDeniedException>();
        smuggled.Should().BeOfType<ProviderKeyOutcome.Refused>("another customer's key is none of theirs");
    }

    [Fact]
    public async Task Operators_see_that_there_is_a_key_and_not_how_it_ends()
    {
        var owner = await host.OwnerAsync();
        await host.AddAsync(owner, Secret);
        var support = new Actor.User(KeysHost.NewId(), PlatformRole.Support, null, null);

        var list = await host.Get<ProviderKeyQueries>().ListAsync(support, owner.OrganizationId!.Value, default);

        list.Keys.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Provider = "openai", Name = "Production", Last4 = (string?)null });
    }

    [Theory]
    [InlineData(MachineScopes.RateCardRead)]
    [InlineData(MachineScopes.UsageWrite | MachineScopes.ByokRead)]
    public async Task A_machine_without_both_scopes_gets_no_keys(MachineScopes scopes)
    {
        var owner = await host.OwnerAsync();
        var customer = await host.Get<Portal.Subscriptions.EntitlementQueries>().OfAsync(owner, owner.OrganizationId!.Value, default);
        var machine = new Actor.Machine(KeysHost.NewId(), "brigade", scopes);

        var act = () => host.Get<UsableProviderKeys>().OfAsync(machine, customer!, withSecrets: true, default);

        await act.Should().ThrowAsync<AccessDeniedException>();
    }
}
