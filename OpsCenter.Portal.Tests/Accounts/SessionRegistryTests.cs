using System.Security.Claims;
using FluentAssertions;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class SessionRegistryTests(AccountsFixture fixture) : IClassFixture<AccountsFixture>
{
    private const string Password = "seven quiet herons";

    private AccountsHost Host => fixture.Host;

    private SessionRegistry Registry => Host.Services.GetRequiredService<SessionRegistry>();

    [Fact]
    public async Task A_circuit_becomes_anonymous_when_its_session_is_revoked_and_others_stay()
    {
        using var ending = Circuit(await SignInAsync("circuit1@example.com"));
        using var staying = Circuit(await SignInAsync("circuit2@example.com"));

        await RevokeAsync("circuit1@example.com");
        await Registry.CheckAsync(CancellationToken.None);

        (await ending.Provider.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated.Should().BeFalse();
        ending.Changes.Should().Be(1);
        (await staying.Provider.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated.Should().BeTrue();
        staying.Changes.Should().Be(0);
    }

    [Fact]
    public async Task A_circuit_is_told_within_two_seconds_without_anybody_asking()
    {
        using var circuit = Circuit(await SignInAsync("polled@example.com"));
        var told = new TaskCompletionSource();
        circuit.Provider.AuthenticationStateChanged += _ => told.TrySetResult();

        await RevokeAsync("polled@example.com");
        Host.Clock.Advance(SessionRegistry.Interval);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));

        SessionRegistry.Interval.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_circuit_ends_with_the_security_stamp_it_was_opened_under()
    {
        using var circuit = Circuit(await SignInAsync("stamped@example.com"));

        await using var db = Host.OpenDatabase();
        await db.Users.Where(u => u.Email == "stamped@example.com").ExecuteUpdateAsync(set => set.SetProperty(u => u.SecurityStamp, "another"));
        await Registry.CheckAsync(CancellationToken.None);

        circuit.Changes.Should().Be(1);
    }

    [Fact]
    public async Task A_closed_circuit_is_not_told_any_more()
    {
        var circuit = Circuit(await SignInAsync("closed@example.com"));
        circuit.Dispose();

        await RevokeAsync("closed@example.com");
        await Registry.CheckAsync(CancellationToken.None);

        circuit.Changes.Should().Be(0);
    }

    private async Task<ClaimsPrincipal> SignInAsync(string email)
    {
        await Host.AddPersonAsync(email, Password);
        using var browser = Host.OpenBrowser();
        using var answer = await browser.SignInAsync(email, Password);
        await using var db = Host.OpenDatabase();
        var session = await LiveSessions.FindAsync(db, SessionsOf(db, email), CancellationToken.None);

        return SessionClaims.PrincipalOf(session!.Person);
    }

    private async Task RevokeAsync(string email)
    {
        await using var db = Host.OpenDatabase();
        await SessionsOf(db, email).ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, Host.Clock.GetUtcNow()));
    }

    private IQueryable<Session> SessionsOf(OpsCenterDbContext db, string email) =>
        LiveSessions.Of(db, Host.Clock.GetUtcNow()).Where(s => db.Users.Any(u => u.Id == s.UserId && u.Email == email));

    private FakeCircuit Circuit(ClaimsPrincipal user) => new(Host.Services.CreateScope(), user);

    // What the framework does when a circuit opens: a scope, and the state handed to its provider.
    private sealed class FakeCircuit : IDisposable
    {
        private readonly IServiceScope scope;

        public FakeCircuit(IServiceScope scope, ClaimsPrincipal user)
        {
            this.scope = scope;
            Provider = scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
            ((IHostEnvironmentAuthenticationStateProvider)Provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
            Provider.AuthenticationStateChanged += _ => Changes++;
        }

        public AuthenticationStateProvider Provider { get; }

        public int Changes { get; private set; }

        public void Dispose() => scope.Dispose();
    }
}
