using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security.Credentials;
using Xunit;

namespace OpsCenter.Portal.Tests.Security.Credentials;

public sealed class RevokeMachineCredentialTests(CredentialsFixture fixture) : IClassFixture<CredentialsFixture>
{
    [Fact]
    public async Task A_second_later_the_secret_is_refused()
    {
        var issued = await fixture.CreateAsync();
        var before = await fixture.WorksAsync(issued.Secret);

        var done = (MachineCredentialOutcome.Done)await fixture.RevokeAsync(issued.Credential.Id);

        before.Should().BeTrue();
        done.Credential.RevokedAt.Should().Be(fixture.Now);
        (await fixture.WorksAsync(issued.Secret)).Should().BeFalse();
    }

    [Fact]
    public async Task The_second_who_revokes_is_told_and_there_is_one_audit_row()
    {
        var issued = await fixture.CreateAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fixture.RevokeAsync(issued.Credential.Id)));

        outcomes.OfType<MachineCredentialOutcome.Done>().Should().ContainSingle();
        outcomes.OfType<MachineCredentialOutcome.ChangedMeanwhile>().Should().HaveCount(3);
        var audit = await fixture.AuditOfAsync(issued.Credential.Id);
        audit.Select(row => row.Action).Should().Equal("machine_credential.created", "machine_credential.revoked");
        audit[1].Before.Should().Contain("\"revoked_at\": null");
    }

    [Fact]
    public async Task One_that_does_not_exist_is_not_found() =>
        (await fixture.RevokeAsync(Guid.CreateVersion7(fixture.Now))).Should().BeOfType<MachineCredentialOutcome.NotFound>();

    [Fact]
    public async Task The_last_one_that_reports_usage_is_known()
    {
        await using var own = new OwnDatabase();
        await own.InitializeAsync();
        var first = await own.Fixture.CreateAsync();
        var reader = await own.Fixture.CreateAsync(scopes: MachineScopes.RateCardRead);
        var alone = await own.IsLastAsync(first);
        var second = await own.Fixture.CreateAsync();
        var notAlone = await own.IsLastAsync(first);
        await own.Fixture.RevokeAsync(second.Credential.Id);

        (alone, notAlone, await own.IsLastAsync(first), await own.IsLastAsync(reader)).Should().Be((true, false, true, false));
    }

    private sealed class OwnDatabase : IAsyncDisposable
    {
        public CredentialsFixture Fixture { get; } = new();

        public Task InitializeAsync() => Fixture.InitializeAsync();

        public Task<bool> IsLastAsync(MachineCredentialOutcome.Issued issued) => Fixture.Get<MachineCredentialQueries>()
            .IsLastThatReportsUsageAsync(CredentialsFixture.Admin, issued.Credential.Id, CancellationToken.None);

        public async ValueTask DisposeAsync() => await Fixture.DisposeAsync();
    }
}
