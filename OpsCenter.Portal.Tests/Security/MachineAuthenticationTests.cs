using System.Net;
using System.Text.Json;
using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Security;

public sealed class MachineAuthenticationTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Secret = "ock_a-secret-made-for-this-test";

    private MachineHost? started;

    private MachineHost Host => started ?? throw new InvalidOperationException("The host was not started.");

    public async Task InitializeAsync() => started = await MachineHost.StartAsync(database);

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task A_credential_with_the_scope_may_call()
    {
        await Host.AddCredentialAsync("ock_good", MachineScopes.UsageWrite);

        using var answer = await Host.CallAsync("Bearer ock_good");
        using var lowerCase = await Host.CallAsync("bearer ock_good");

        (await answer.Content.ReadAsStringAsync()).Should().Be("test");
        lowerCase.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null, "Bearer")]
    [InlineData("Basic dXNlcjpwYXNz", "Bearer")]
    [InlineData("Bearer", "Bearer")]
    [InlineData("Bearer ock_unknown", "Bearer error=\"invalid_token\"")]
    public async Task Without_a_known_credential_the_answer_is_401(string? authorization, string challenge)
    {
        using var answer = await Host.CallAsync(authorization);

        await ShouldBeProblemAsync(answer, HttpStatusCode.Unauthorized, "invalid_credential", retryable: false);
        answer.Headers.WwwAuthenticate.ToString().Should().Be(challenge);
    }

    [Fact]
    public async Task An_expired_and_a_revoked_credential_get_401()
    {
        var now = Host.Clock.GetUtcNow();
        await Host.AddCredentialAsync("ock_expired", MachineScopes.UsageWrite, expiresAt: now);
        await Host.AddCredentialAsync("ock_revoked", MachineScopes.UsageWrite, revokedAt: now);
        await Host.AddCredentialAsync("ock_ending", MachineScopes.UsageWrite, expiresAt: now.AddSeconds(1));

        using var expired = await Host.CallAsync("Bearer ock_expired");
        using var revoked = await Host.CallAsync("Bearer ock_revoked");
        using var ending = await Host.CallAsync("Bearer ock_ending");

        expired.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        revoked.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        ending.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_credential_without_the_scope_gets_403_that_names_it()
    {
        await Host.AddCredentialAsync("ock_reader", MachineScopes.RateCardRead | MachineScopes.ByokRead);

        using var answer = await Host.CallAsync("Bearer ock_reader");

        var problem = await ShouldBeProblemAsync(answer, HttpStatusCode.Forbidden, "missing_scope", retryable: false);
        problem.GetProperty("detail").GetString().Should().Contain("usage:write");
    }

    [Fact]
    public async Task Past_the_limit_the_answer_is_429_with_the_wait_and_other_credentials_go_on()
    {
        await using var slow = await MachineHost.StartAsync(database, ("MachineApi:PermitsPerSecond", "1"), ("MachineApi:Burst", "2"));
        await slow.AddCredentialAsync("ock_eager", MachineScopes.UsageWrite);
        await slow.AddCredentialAsync("ock_patient", MachineScopes.UsageWrite);

        using var first = await slow.CallAsync("Bearer ock_eager");
        using var second = await slow.CallAsync("Bearer ock_eager");
        using var third = await slow.CallAsync("Bearer ock_eager");
        using var other = await slow.CallAsync("Bearer ock_patient");
        slow.Clock.Advance(TimeSpan.FromSeconds(1));
        using var later = await slow.CallAsync("Bearer ock_eager");

        second.StatusCode.Should().Be(HttpStatusCode.OK);
        await ShouldBeProblemAsync(third, HttpStatusCode.TooManyRequests, "rate_limited", retryable: true);
        third.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        other.StatusCode.Should().Be(HttpStatusCode.OK);
        later.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_credential_has_its_own_limit_and_a_change_holds_within_a_second_for_it_alone()
    {
        await Host.AddCredentialAsync("ock_own-limit", MachineScopes.UsageWrite, permitsPerSecond: 1, burst: 1);
        await Host.AddCredentialAsync("ock_own-too", MachineScopes.UsageWrite, permitsPerSecond: 1, burst: 1);
        await Host.AddCredentialAsync("ock_no-limit", MachineScopes.UsageWrite);

        var before = (await CallTwiceAsync("ock_own-limit"), await CallTwiceAsync("ock_own-too"), await CallTwiceAsync("ock_no-limit"));
        await Host.ChangeAsync("ock_own-limit", c => (c.PermitsPerSecond, c.Burst) = (2, 2));
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = (await CallTwiceAsync("ock_own-limit"), await CallTwiceAsync("ock_own-too"), await CallTwiceAsync("ock_no-limit"));

        before.Should().Be(((200, 429), (200, 429), (200, 200)));
        after.Should().Be(((200, 200), (200, 429), (200, 200)));
    }

    [Fact]
    public async Task A_change_of_one_limit_does_not_refill_the_bucket_of_another()
    {
        await Host.AddCredentialAsync("ock_slow", MachineScopes.UsageWrite, permitsPerSecond: 1, burst: 10);
        await Host.AddCredentialAsync("ock_changed", MachineScopes.UsageWrite, permitsPerSecond: 1, burst: 1);

        for (var call = 0; call < 10; call++)
            (await StatusAsync("ock_slow")).Should().Be(200);

        await Host.ChangeAsync("ock_changed", c => c.Burst = 5);
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await StatusAsync("ock_changed");

        (await CallTwiceAsync("ock_slow")).Should().Be((200, 429), "one second brings one token");
    }

    [Fact]
    public async Task Whether_a_job_key_is_required_comes_with_the_actor()
    {
        await Host.AddCredentialAsync("ock_free", MachineScopes.UsageWrite);
        await Host.AddCredentialAsync("ock_strict", MachineScopes.UsageWrite);
        await Host.ChangeAsync("ock_strict", c => c.RequiresJobKey = true);
        Host.Clock.Advance(TimeSpan.FromSeconds(1));

        using var free = await Host.CallAsync("Bearer ock_free", MachineHost.RequiresKeyPath);
        using var strict = await Host.CallAsync("Bearer ock_strict", MachineHost.RequiresKeyPath);

        (await free.Content.ReadAsStringAsync()).Should().Be("false");
        (await strict.Content.ReadAsStringAsync()).Should().Be("true");
    }

    [Fact]
    public async Task An_unknown_path_and_another_method_are_what_they_are_elsewhere()
    {
        await Host.AddCredentialAsync(Secret, MachineScopes.UsageWrite);

        using var unknown = await Host.CallAsync($"Bearer {Secret}", path: "/api/test/nothing");
        using var get = await Host.CallAsync($"Bearer {Secret}", method: "GET");

        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
        get.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task No_token_is_in_any_log()
    {
        await Host.AddCredentialAsync("ock_never-in-a-log", MachineScopes.UsageWrite);

        using var good = await Host.CallAsync("Bearer ock_never-in-a-log");
        using var bad = await Host.CallAsync("Bearer ock_neither-in-a-log");

        Host.Log.Lines.Should().Contain(line => line.Contains("was challenged"), "the log was listened to");
        Host.Log.Lines.Should().NotContain(line => line.Contains("never-in-a-log") || line.Contains("neither-in-a-log"));
    }

    private async Task<(int First, int Second)> CallTwiceAsync(string secret) => (await StatusAsync(secret), await StatusAsync(secret));

    private async Task<int> StatusAsync(string secret)
    {
        using var answer = await Host.CallAsync($"Bearer {secret}");

        return (int)answer.StatusCode;
    }

    private static async Task<JsonElement> ShouldBeProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code, bool retryable)
    {
        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("status").GetInt32().Should().Be((int)status);
        problem.GetProperty("code").GetString().Should().Be(code);
        problem.GetProperty("retryable").GetBoolean().Should().Be(retryable);
        problem.GetProperty("title").GetString().Should().NotBeNullOrEmpty();

        return problem;
    }
}
