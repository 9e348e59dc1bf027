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
