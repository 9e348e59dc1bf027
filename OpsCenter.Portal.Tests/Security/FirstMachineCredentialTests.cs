using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Security.Credentials;
using OpsCenter.Portal.Tests.Accounts;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Security;

public sealed class FirstMachineCredentialTests : IAsyncLifetime
{
    private const string OldKey = "the-old-key-of-brigade-0001";
    private const string NewKey = "the-new-key-of-brigade-0002";

    private static readonly Actor.User Admin = new(Guid.Parse("0199c1f2-0000-7000-8000-000000000001"), PlatformRole.Admin, null, null);

    private readonly TestDatabase database = new();
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_generated_secret_is_noted_down_and_only_its_hash_is_stored()
    {
        await using var start = Start();

        await start.EnsureCredentialAsync();

        var secret = start.Notes["brigade_key"];
        var credential = await FindAsync(start, secret);
        credential!.Source.Should().Be("brigade");
        credential.Scopes.Should().Be(MachineScopes.UsageWrite | MachineScopes.RateCardRead | MachineScopes.ByokRead);
        credential.SecretHash.Should().Equal(MachineSecret.HashOf(secret));
        secret.Should().StartWith("ock_").And.HaveLength(47);
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await using var first = Start();
        await first.EnsureCredentialAsync();
        await using var second = Start();

        await second.EnsureCredentialAsync();

        second.Notes.Should().BeEmpty();
        await using var db = second.OpenDatabase();
        (await db.MachineCredentials.CountAsync()).Should().Be(1);
        (await db.AuditEntries.CountAsync(e => e.Action == "machine_credential.created")).Should().Be(1);
    }

    [Fact]
    public async Task A_given_secret_works_and_is_not_noted_down()
    {
        await using var start = Start(OldKey);

        await start.EnsureCredentialAsync();

        (await FindAsync(start, OldKey)).Should().NotBeNull();
        start.Notes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_changed_secret_works_at_once_and_the_old_one_for_another_day()
    {
        await RunAsync(OldKey);
        await RunAsync(NewKey);
        await using var start = Start(NewKey);

        var atOnce = (Old: await FindAsync(start, OldKey), New: await FindAsync(start, NewKey));
        clock.Advance(TimeSpan.FromHours(24));
        var aDayLater = (Old: await FindAsync(start, OldKey), New: await FindAsync(start, NewKey));

        atOnce.Old.Should().NotBeNull();
        atOnce.New!.Source.Should().Be(atOnce.Old!.Source, "job keys stay unique across the rotation");
        aDayLater.Old.Should().BeNull();
        aDayLater.New.Should().NotBeNull();
    }

    [Fact]
    public async Task Starting_again_does_not_lengthen_the_overlap()
    {
        await RunAsync(OldKey);
        await RunAsync(NewKey);
        clock.Advance(TimeSpan.FromHours(23));
        await RunAsync(NewKey);
        clock.Advance(TimeSpan.FromHours(1));
        await using var start = Start(NewKey);

        (await FindAsync(start, OldKey)).Should().BeNull();
    }

    [Fact]
    public async Task A_secret_that_was_changed_back_is_kept()
    {
        await RunAsync(OldKey);
        await RunAsync(NewKey);
        await RunAsync(OldKey);
        clock.Advance(TimeSpan.FromHours(24));
        await using var start = Start(OldKey);

        (await FindAsync(start, OldKey)).Should().NotBeNull();
        (await FindAsync(start, NewKey)).Should().BeNull();
    }

    [Fact]
    public async Task A_revoked_secret_stays_revoked_and_does_not_stop_the_start()
    {
        await RunAsync(OldKey);
        await using var start = Start(OldKey);
        await using var db = start.OpenDatabase();
        await db.MachineCredentials.ExecuteUpdateAsync(set => set.SetProperty(c => c.RevokedAt, clock.GetUtcNow()));

        await start.EnsureCredentialAsync();

        (await FindAsync(start, OldKey)).Should().BeNull();
        (await db.MachineCredentials.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_start_does_not_give_back_what_operators_revoked()
    {
        await using var start = Start();
        await start.EnsureCredentialAsync();
        await using var db = start.OpenDatabase();
        await db.MachineCredentials.ExecuteUpdateAsync(set => set.SetProperty(c => c.RevokedAt, clock.GetUtcNow()));

        await start.EnsureCredentialAsync();

        (await db.MachineCredentials.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_start_with_the_old_secret_does_not_undo_a_rotation_by_an_operator()
    {
        await RunAsync(OldKey);
        await using var start = Start(OldKey);
        var successor = await RotateAsync(start);

        await start.EnsureCredentialAsync();
        clock.Advance(TimeSpan.FromHours(24));

        (await FindAsync(start, OldKey)).Should().BeNull();
        (await FindAsync(start, successor)).Should().NotBeNull();
    }

    [Fact]
    public async Task The_setting_takes_over_the_secret_of_a_rotation()
    {
        await RunAsync(OldKey);
        await using var start = Start(OldKey);
        var successor = await RotateAsync(start);

        await RunAsync(successor);
        await RunAsync(NewKey);
        clock.Advance(TimeSpan.FromHours(24));

        await using var db = start.OpenDatabase();
        (await db.MachineCredentials.CountAsync()).Should().Be(3);
        (await FindAsync(start, successor)).Should().BeNull("another secret took its place in the setting");
        (await FindAsync(start, NewKey)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_secret_made_by_an_operator_for_another_source_may_stand_in_the_setting()
    {
        await using var start = Start();
        var issued = (MachineCredentialOutcome.Issued)await start.Provider.GetRequiredService<CreateMachineCredential>().HandleAsync(
            Admin, new CreateMachineCredentialInput("elsewhere", new MachineCredentialSettings("Elsewhere", MachineScopes.UsageWrite), clock.GetUtcNow().AddDays(1)), CancellationToken.None);

        await RunAsync(issued.Secret.Reveal());

        await using var db = start.OpenDatabase();
        (await db.MachineCredentials.SingleAsync()).ExpiresAt.Should().NotBeNull("its end is the operator's decision");
    }

    [Fact]
    public async Task Instances_that_start_at_once_make_one_credential()
    {
        await using var start = Start();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => start.EnsureCredentialAsync()));

        await using var db = start.OpenDatabase();
        (await db.MachineCredentials.CountAsync()).Should().Be(1);
        (await FindAsync(start, start.Notes["brigade_key"])).Should().NotBeNull();
    }

    [Fact]
    public async Task A_revocation_holds_within_a_second_and_a_new_credential_works_within_a_tenth()
    {
        await RunAsync(OldKey);
        await using var start = Start(OldKey);
        var before = await FindAsync(start, OldKey);
        await using var db = start.OpenDatabase();
        await db.MachineCredentials.ExecuteUpdateAsync(set => set.SetProperty(c => c.RevokedAt, clock.GetUtcNow()));
        clock.Advance(TimeSpan.FromSeconds(1));
        var revoked = await FindAsync(start, OldKey);
        await RunAsync(NewKey);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        var added = await FindAsync(start, NewKey);

        before.Should().NotBeNull();
        revoked.Should().BeNull();
        added.Should().NotBeNull();
    }

    private static async Task<string> RotateAsync(AccountServices start)
    {
        var list = await start.Provider.GetRequiredService<MachineCredentialQueries>().ListAsync(Admin, new MachineCredentialFilter(), CancellationToken.None);
        var outcome = await start.Provider.GetRequiredService<RotateMachineCredential>().HandleAsync(
            Admin, list.Rows.Single(), RotationOverlap.OneDay, CancellationToken.None);

        return ((MachineCredentialOutcome.Issued)outcome).Secret.Reveal();
    }

    private async Task RunAsync(string key)
    {
        await using var start = Start(key);
        await start.EnsureCredentialAsync();
    }

    private AccountServices Start(string? key = null) => new(database.ConnectionString, clock, (BrigadeKeyOptions.Key, key ?? ""));

    private static async Task<MachineCredential?> FindAsync(AccountServices start, string secret) =>
        await start.Provider.GetRequiredService<MachineCredentials>().FindAsync(secret, CancellationToken.None);
}
