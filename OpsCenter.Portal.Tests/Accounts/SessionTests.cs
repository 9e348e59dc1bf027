using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class SessionTests(AccountsFixture fixture) : IClassFixture<AccountsFixture>
{
    private const string Password = "seven quiet herons";

    private AccountsHost Host => fixture.Host;

    [Fact]
    public async Task A_revoked_session_is_refused_at_the_next_request()
    {
        var userId = await Host.AddPersonAsync("revoked@example.com", Password);
        using var browser = await SignInAsync(Host, "revoked@example.com");
        var before = await browser.IsSignedInAsync();

        await using var db = Host.OpenDatabase();
        await db.Sessions.Where(s => s.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, Host.Clock.GetUtcNow()));

        before.Should().BeTrue();
        (await browser.IsSignedInAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_opened_under_the_old_one()
    {
        var userId = await Host.AddPersonAsync("changed@example.com", Password);
        using var browser = await SignInAsync(Host, "changed@example.com");

        await using var scope = Host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = await users.FindByIdAsync(userId.ToString());
        await users.ChangePasswordAsync(user!, Password, "eight quiet herons");

        (await browser.IsSignedInAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_without_use_and_use_prolongs_it()
    {
        await Host.AddPersonAsync("slides@example.com", Password);
        using var browser = await SignInAsync(Host, "slides@example.com");

        Host.Clock.Advance(TimeSpan.FromHours(11));
        var afterEleven = await browser.IsSignedInAsync();
        Host.Clock.Advance(TimeSpan.FromHours(11));
        var afterTwentyTwo = await browser.IsSignedInAsync();
        Host.Clock.Advance(TimeSpan.FromHours(12));
        var afterTwelveIdle = await browser.IsSignedInAsync();

        new[] { afterEleven, afterTwentyTwo, afterTwelveIdle }.Should().Equal(true, true, false);
    }

    [Fact]
    public async Task The_database_holds_neither_the_key_nor_a_readable_ticket()
    {
        var userId = await Host.AddPersonAsync("hashed@example.com", Password);
        using var browser = await SignInAsync(Host, "hashed@example.com");

        await using var db = Host.OpenDatabase();
        var session = await db.Sessions.SingleAsync(s => s.UserId == userId);

        session.KeyHash.Should().HaveCount(SHA256.HashSizeInBytes);
        Encoding.UTF8.GetString(session.Ticket).Should().NotContain(userId.ToString());
        session.CreatedAt.Should().BeCloseTo(Host.Clock.GetUtcNow(), TimeSpan.FromSeconds(1));
        session.ExpiresAt.Should().BeCloseTo(session.CreatedAt.AddHours(12), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_ticket_that_was_tampered_with_opens_nothing()
    {
        var userId = await Host.AddPersonAsync("tampered@example.com", Password);
        using var browser = await SignInAsync(Host, "tampered@example.com");

        await using var db = Host.OpenDatabase();
        await db.Sessions.Where(s => s.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Ticket, new byte[] { 1, 2, 3 }));

        (await browser.IsSignedInAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_session_survives_a_restart_of_the_portal()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        await using var first = new AccountsHost(database);
        using var browser = first.OpenBrowser();
        using var signedIn = await browser.SignInAsync(AccountsHost.AdminEmail, AccountsHost.AdminPassword);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("opscenter.session=", StringComparison.Ordinal)).Split(';')[0];
        await first.DisposeAsync();

        await using var second = new AccountsHost(database);
        using var client = second.CreateDefaultClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await client.GetAsync(Browser.SignInPath);

        answer.Headers.Location.Should().Be(new Uri("http://localhost/"));
        await second.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Sessions_that_are_over_are_removed_and_others_kept()
    {
        var expired = await Host.AddPersonAsync("expired@example.com", Password);
        var ended = await Host.AddPersonAsync("ended@example.com", Password);
        var alive = await Host.AddPersonAsync("alive@example.com", Password);
        using var first = await SignInAsync(Host, "expired@example.com");
        Host.Clock.Advance(TimeSpan.FromHours(12));
        using var second = await SignInAsync(Host, "ended@example.com");
        using var third = await SignInAsync(Host, "alive@example.com");
        await using var db = Host.OpenDatabase();
        await db.Sessions.Where(s => s.UserId == ended).ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, Host.Clock.GetUtcNow()));

        await Host.Services.GetRequiredService<ExpiredSessions>().RemoveAsync(CancellationToken.None);

        var left = await db.Sessions.Select(s => s.UserId).ToListAsync();
        left.Should().Contain(alive).And.NotContain([expired, ended]);
    }

    private static async Task<Browser> SignInAsync(AccountsHost host, string email)
    {
        var browser = host.OpenBrowser();
        using var answer = await browser.SignInAsync(email, Password);

        return browser;
    }
}
