using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.ProviderKeys;
using OpsCenter.Portal.ProviderKeys;
using Xunit;

namespace OpsCenter.Portal.Tests.ProviderKeys;

public sealed class ProviderKeyTests(KeysHost host) : IClassFixture<KeysHost>
{
    private const string Secret = "sk-test-0123456789-abcd";
    private const string Successor = "sk-test-9876543210-wxyz";

    [Fact]
    public async Task A_key_is_written_only_shown_by_its_end_and_stored_encrypted()
    {
        var owner = await host.OwnerAsync();
        var id = owner.OrganizationId!.Value;

        await host.AddAsync(owner, Secret);

        var key = (await ListAsync(owner, id)).Keys.Single();
        (key.Provider, key.Name, key.Last4).Should().Be(("openai", "Production", "abcd"));
        var row = await host.ScalarAsync<string>("select to_jsonb(k)::text from provider_keys k where id = $1", key.Id);
        row.Should().NotContain(Secret).And.NotContain(Secret[..12]).And.Contain("abcd");
        (await host.ScalarAsync<string>("select string_agg(to_jsonb(a)::text, ' ') from audit_entries a where subject_id = $1", key.Id.ToString()))
            .Should().Contain("provider_key.added").And.NotContain(Secret).And.NotContain("Production");
    }

    [Fact]
    public async Task Brigade_is_told_which_providers_and_with_the_scope_for_it_the_keys()
    {
        var owner = await host.OwnerAsync();
        var id = owner.OrganizationId!.Value;
        await host.AddAsync(owner, Secret);

        var without = await host.ReadAsync(id, withKeys: false);
        var with = await host.ReadAsync(id, withKeys: true);

        without.GetProperty("byok_providers").EnumerateArray().Select(p => p.GetString()).Should().Equal("openai");
        without.TryGetProperty("byok_keys", out _).Should().BeFalse();
        var key = with.GetProperty("byok_keys").EnumerateArray().Should().ContainSingle().Subject;
        (key.GetProperty("provider").GetString(), key.GetProperty("name").GetString(), key.GetProperty("key").GetString()).Should().Be(("openai", "Production", Secret));
    }

    [Fact]
    public async Task Reads_are_told_in_the_audit_trail_once_an_hour()
    {
        var owner = await host.OwnerAsync();
        var key = await host.AddAsync(owner, Secret);
        const string Reads = "select count(*) from audit_entries where action = 'provider_key.read' and subject_id = $1";

        await host.ReadAsync(owner.OrganizationId!.Value, withKeys: true);
        await host.ReadAsync(owner.OrganizationId!.Value, withKeys: true);
        var within = await host.ScalarAsync<long>(Reads, key.Id.ToString());
        await host.ExecuteAsync("update provider_key_reads set audited_at = audited_at - interval '61 minutes' where key_id = $1", key.Id);
        await host.ReadAsync(owner.OrganizationId!.Value, withKeys: true);

        within.Should().Be(1);
        (await host.ScalarAsync<long>(Reads, key.Id.ToString())).Should().Be(2);
    }

    [Fact]
    public async Task A_rotated_key_replaces_the_old_one_and_a_removed_one_is_erased()
    {
        var owner = await host.OwnerAsync();
        var id = owner.OrganizationId!.Value;
        var key = await host.AddAsync(owner, Secret);

        var rotated = await Done(host.Get<RotateProviderKey>().HandleAsync(owner, id, key, Successor, default));
        var read = (await host.ReadAsync(id, withKeys: true)).GetProperty("byok_keys")[0].GetProperty("key").GetString();
        await Done(host.Get<RemoveProviderKey>().HandleAsync(owner, id, rotated, default));

        read.Should().Be(Successor);
        rotated.Name.Should().Be("Production");
        (await host.ScalarAsync<bool>("select secret is null and removed_at is not null from provider_keys where id = $1", key.Id)).Should().BeTrue();
        (await host.ReadAsync(id, withKeys: true)).GetProperty("byok_keys").GetArrayLength().Should().Be(0);
        (await host.AddAsync(owner, Secret)).Id.Should().NotBe(key.Id, "a provider without a key takes another one");
    }

    [Fact]
    public async Task A_key_that_the_provider_refuses_is_not_handed_out_until_it_is_rotated()
    {
        var owner = await host.OwnerAsync();
        var id = owner.OrganizationId!.Value;
        var key = await host.AddAsync(owner, Secret);

        var refused = await TestAsync(owner, key, new(ProviderKeyTestOutcome.Refused, "The provider does not take this key."));
        var providers = (await host.ReadAsync(id, withKeys: false)).GetProperty("byok_providers").GetArrayLength();
        var rotated = await Done(host.Get<RotateProviderKey>().HandleAsync(owner, id, refused, Successor, default));

        providers.Should().Be(0);
        rotated.Test.Should().BeNull();
        (await host.ReadAsync(id, withKeys: false)).GetProperty("byok_providers").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("starter")]
    public async Task A_plan_without_own_keys_takes_none(string? plan)
    {
        var owner = await host.OwnerAsync(plan);

        var outcome = await host.Get<AddProviderKey>().HandleAsync(owner, owner.OrganizationId!.Value, "openai", "Production", Secret, default);

        outcome.Should().BeOfType<ProviderKeyOutcome.Refused>().Which.Message.Should().Contain("plan");
    }

    [Fact]
    public async Task Keys_outlive_a_plan_that_includes_them_but_are_not_handed_out()
    {
        var owner = await host.OwnerAsync();
        var id = owner.OrganizationId!.Value;
        await host.AddAsync(owner, Secret);

        await host.ExecuteAsync(
            "update subscriptions set plan_version_id = (select id from plan_versions where plan_code = 'starter' order by version desc limit 1) where organization_id = $1", id);

        (await host.ReadAsync(id, withKeys: true)).GetProperty("byok_keys").GetArrayLength().Should().Be(0);
        var list = await ListAsync(owner, id);
        list.PlanAllows.Should().BeFalse();
        list.Keys.Should().ContainSingle();
    }

    [Fact]
    public async Task One_of_two_who_add_a_key_of_a_provider_is_told_that_there_is_one()
    {
        var owner = await host.OwnerAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            host.Get<AddProviderKey>().HandleAsync(owner, owner.OrganizationId!.Value, "openai", $"Key {i}", $"{Secret}{i}", default)));

        outcomes.OfType<ProviderKeyOutcome.Done>().Should().ContainSingle();
        outcomes.OfType<ProviderKeyOutcome.Refused>().Should().HaveCount(3).And.OnlyContain(refused => refused.Message.Contains("already"));
    }

    [Fact]
    public async Task Who_changes_a_key_that_a_colleague_changed_meanwhile_is_told()
    {
        var owner = await host.OwnerAsync();
        var id = owner.OrganizationId!.Value;
        var seen = await host.AddAsync(owner, Secret);
        await Done(host.Get<RenameProviderKey>().HandleAsync(owner, id, seen, "Staging", default));

        var outcome = await host.Get<RotateProviderKey>().HandleAsync(owner, id, seen, Successor, default);

        outcome.Should().BeOfType<ProviderKeyOutcome.Refused>().Which.Message.Should().Contain("changed this key meanwhile");
        (await host.ReadAsync(id, withKeys: true)).GetProperty("byok_keys")[0].GetProperty("key").GetString().Should().Be(Secret);
    }

    [Fact]
    public async Task What_is_moved_to_another_row_cannot_be_decrypted_there_and_harms_nothing_else()
    {
        var (one, other) = (await host.OwnerAsync(), await host.OwnerAsync());
        var (mine, theirs) = (await host.AddAsync(one, Secret), await host.AddAsync(other, Successor));

        await host.ExecuteAsync("update provider_keys set secret = (select secret from provider_keys where id = $1) where id = $2", theirs.Id, mine.Id);
        var customer = await host.ReadAsync(one.OrganizationId!.Value, withKeys: true);

        customer.GetProperty("byok_keys")[0].GetProperty("key").GetString().Should().BeNull();
        customer.GetProperty("entitlements").GetProperty("byok").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData("", "Paste")]
    [InlineData("short", "8 to 512")]
    [InlineData("sk-with a-space-in-it", "without spaces")]
    [InlineData("sk-with-ümlaut-in-it", "printable")]
    public async Task What_cannot_be_a_key_is_refused_without_repeating_it(string secret, string words)
    {
        var owner = await host.OwnerAsync();

        var outcome = await host.Get<AddProviderKey>().HandleAsync(owner, owner.OrganizationId!.Value, "openai", " ", secret, default);

        var invalid = outcome.Should().BeOfType<ProviderKeyOutcome.Invalid>().Subject;
        invalid.Secret.Should().Contain(words);
        invalid.Name.Should().NotBeNull();
        (secret.Length > 5 && invalid.Secret!.Contains(secret, StringComparison.Ordinal)).Should().BeFalse();
    }

    [Fact]
    public async Task A_provider_none_of_whose_models_takes_own_keys_takes_none()
    {
        var owner = await host.OwnerAsync();

        var outcome = await host.Get<AddProviderKey>().HandleAsync(owner, owner.OrganizationId!.Value, "nobody", "Production", Secret, default);

        outcome.Should().BeOfType<ProviderKeyOutcome.Refused>().Which.Message.Should().Contain("nobody");
    }

    [Fact]
    public void A_secret_says_nothing_of_itself() => $"{new ProviderSecret(Secret)}".Should().Be("(secret)");

    private Task<ProviderKeyList> ListAsync(Actor actor, Guid organization) => host.Get<ProviderKeyQueries>().ListAsync(actor, organization, default);

    private async Task<ProviderKey> TestAsync(Actor.User owner, ProviderKey key, ProviderKeyTest answer)
    {
        // The host is shared, but no other test tries a key.
        host.Answer = answer;

        return await Done(host.Get<TestProviderKey>().HandleAsync(owner, owner.OrganizationId!.Value, key, default));
    }

    private static async Task<ProviderKey> Done(Task<ProviderKeyOutcome> act) => (await act).Should().BeOfType<ProviderKeyOutcome.Done>().Which.Key;
}
