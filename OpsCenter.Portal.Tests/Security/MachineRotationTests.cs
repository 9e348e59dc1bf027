using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security.Credentials;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Security;

/// <summary>What operators do to a credential, as its program notices over HTTP.</summary>
public sealed class MachineRotationTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly Actor.User Admin = new(Guid.Parse("0199c1f2-0000-7000-8000-000000000001"), PlatformRole.Admin, null, null);

    private MachineHost? started;

    private MachineHost Host => started ?? throw new InvalidOperationException("The host was not started.");

    public async Task InitializeAsync() => started = await MachineHost.StartAsync(database);

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task A_new_credential_works_at_once_and_within_a_second_of_being_revoked_no_more()
    {
        await StatusAsync("ock_somebody-else");
        var issued = await CreateAsync("Short lived");
        Host.Clock.Advance(TimeSpan.FromMilliseconds(100));
        var atOnce = await StatusAsync(issued.Secret.Reveal());

        await Get<RevokeMachineCredential>().HandleAsync(Admin, issued.Credential.Id, CancellationToken.None);
        Host.Clock.Advance(TimeSpan.FromSeconds(1));

        (atOnce, await StatusAsync(issued.Secret.Reveal())).Should().Be((200, 401));
    }

    [Fact]
    public async Task Old_and_new_work_side_by_side_until_the_overlap_ends_to_the_moment()
    {
        var old = await CreateAsync("Rotated");
        var rotated = (MachineCredentialOutcome.Issued)await Get<RotateMachineCredential>().HandleAsync(
            Admin, old.Credential, RotationOverlap.OneHour, CancellationToken.None);
        var (before, after) = (old.Secret.Reveal(), rotated.Secret.Reveal());

        Host.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        var during = (await StatusAsync(before), await StatusAsync(after));
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var afterwards = (await StatusAsync(before), await StatusAsync(after));

        during.Should().Be((200, 200));
        afterwards.Should().Be((401, 200));
    }

    [Fact]
    public async Task A_scope_that_was_taken_away_is_gone_within_a_second()
    {
        var issued = await CreateAsync("Losing a scope");
        var before = await StatusAsync(issued.Secret.Reveal());

        await Get<EditMachineCredential>().HandleAsync(
            Admin, issued.Credential, issued.Credential.Settings with { Scopes = MachineScopes.RateCardRead }, CancellationToken.None);
        Host.Clock.Advance(TimeSpan.FromSeconds(1));

        (before, await StatusAsync(issued.Secret.Reveal())).Should().Be((200, 403));
    }

    private T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    private async Task<MachineCredentialOutcome.Issued> CreateAsync(string name) =>
        (MachineCredentialOutcome.Issued)await Get<CreateMachineCredential>().HandleAsync(
            Admin, new CreateMachineCredentialInput("test", new MachineCredentialSettings(name, MachineScopes.UsageWrite)), CancellationToken.None);

    private async Task<int> StatusAsync(string secret)
    {
        using var answer = await Host.CallAsync($"Bearer {secret}");

        return (int)answer.StatusCode;
    }
}
