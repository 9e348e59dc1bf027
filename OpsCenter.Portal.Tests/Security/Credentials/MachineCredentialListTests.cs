using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security.Credentials;
using Xunit;

namespace OpsCenter.Portal.Tests.Security.Credentials;

public sealed class MachineCredentialListTests : IAsyncLifetime
{
    private readonly CredentialsFixture fixture = new();

    public Task InitializeAsync() => fixture.InitializeAsync();

    public Task DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task It_shows_usable_ones_unless_all_are_asked_for()
    {
        await fixture.CreateAsync("b works");
        await fixture.CreateAsync("A works, too");
        await fixture.CreateAsync("c expires", expiresAt: fixture.Now.AddHours(1));
        var revoked = await fixture.CreateAsync("d revoked");
        await fixture.RevokeAsync(revoked.Credential.Id);
        fixture.Clock.Advance(TimeSpan.FromHours(1));

        var usable = await ListAsync(new MachineCredentialFilter());
        var all = await ListAsync(new MachineCredentialFilter(IncludesEnded: true));

        usable.Rows.Select(row => row.Name).Should().Equal("A works, too", "b works");
        (usable.Total, usable.HasEnded).Should().Be((2, true));
        all.Rows.Select(row => (row.Name, row.StateAt(fixture.Now))).Should().Equal(
            ("A works, too", MachineCredentialState.Active),
            ("b works", MachineCredentialState.Active),
            ("c expires", MachineCredentialState.Expired),
            ("d revoked", MachineCredentialState.Revoked));
    }

    [Fact]
    public async Task The_new_one_of_a_rotation_stands_above_the_old_one()
    {
        var old = await fixture.CreateAsync("Rotated");
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var issued = (MachineCredentialOutcome.Issued)await fixture.RotateAsync(old.Credential, RotationOverlap.OneDay);

        var list = await ListAsync(new MachineCredentialFilter());

        list.Rows.Select(row => (row.Id, row.StateAt(fixture.Now), row.IsReplaced)).Should().Equal(
            (issued.Credential.Id, MachineCredentialState.Active, false), (old.Credential.Id, MachineCredentialState.Expiring, true));
        list.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task Pages_hold_every_credential_once_and_a_page_past_the_end_is_the_last_one()
    {
        for (var i = 0; i < 5; i++)
            await fixture.CreateAsync();

        var pages = new[] { await PageAsync(1), await PageAsync(2), await PageAsync(3), await PageAsync(99) };

        pages[..3].SelectMany(page => page.Rows).Select(row => row.Id).Should().OnlyHaveUniqueItems().And.HaveCount(5);
        (pages[3].Page, pages[3].PageCount).Should().Be((3, 3));
    }

    [Fact]
    public async Task Only_admins_come_near()
    {
        var issued = await fixture.CreateAsync();
        var seen = issued.Credential;
        var finance = CredentialsFixture.Finance;
        var machine = new Actor.Machine(seen.Id, seen.Source, MachineScopes.UsageWrite | MachineScopes.RateCardRead | MachineScopes.ByokRead);
        var queries = fixture.Get<MachineCredentialQueries>();
        var input = new CreateMachineCredentialInput("mine", new MachineCredentialSettings("Mine", MachineScopes.UsageWrite));

        foreach (var actor in new Actor[] { finance, machine })
        {
            Func<Task>[] attempts =
            [
                () => fixture.Get<CreateMachineCredential>().HandleAsync(actor, input, CancellationToken.None),
                () => fixture.Get<EditMachineCredential>().HandleAsync(actor, seen, input.Settings, CancellationToken.None),
                () => fixture.Get<RotateMachineCredential>().HandleAsync(actor, seen, RotationOverlap.None, CancellationToken.None),
                () => fixture.Get<RevokeMachineCredential>().HandleAsync(actor, seen.Id, CancellationToken.None),
                () => queries.ListAsync(actor, new MachineCredentialFilter(), CancellationToken.None),
                () => queries.NamesOnSourceAsync(actor, "mine", CancellationToken.None),
                () => queries.IsLastThatReportsUsageAsync(actor, seen.Id, CancellationToken.None),
            ];

            foreach (var attempt in attempts)
                await attempt.Should().ThrowAsync<AccessDeniedException>();
        }
    }

    private Task<MachineCredentialList> PageAsync(int page) => ListAsync(new MachineCredentialFilter(Page: page, PageSize: 2));

    private Task<MachineCredentialList> ListAsync(MachineCredentialFilter filter) =>
        fixture.Get<MachineCredentialQueries>().ListAsync(CredentialsFixture.Admin, filter, CancellationToken.None);
}
