using System.Net;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class LockoutTests(AccountsFixture fixture) : IClassFixture<AccountsFixture>
{
    private const string Password = "seven quiet herons";
    private const string Wrong = "seven quiet storks";

    private AccountsHost Host => fixture.Host;

    [Theory]
    [InlineData("locked@example.com", true)]
    [InlineData("no-such-account@example.com", false)]
    public async Task Five_wrong_passwords_lock_an_address_whether_it_has_an_account_or_not(string email, bool hasAccount)
    {
        if (hasAccount)
        {
            await Host.AddPersonAsync(email, Password);
        }

        var answers = new List<string>();
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            answers.Add(await TryAsync(email, Wrong));
        }

        answers.Take(4).Should().OnlyContain(a => a.Contains("is not right"));
        answers.Skip(4).Should().OnlyContain(a => a.Contains("Too many wrong passwords. Try again in 15 minutes."));
    }

    [Fact]
    public async Task A_locked_account_refuses_the_right_password_until_fifteen_minutes_have_passed()
    {
        await Host.AddPersonAsync("waits@example.com", Password);
        await LockAsync("waits@example.com");

        var atOnce = await TryAsync("waits@example.com", Password);
        Host.Clock.Advance(TimeSpan.FromMinutes(14.5));
        var early = await TryAsync("waits@example.com", Password);
        Host.Clock.Advance(TimeSpan.FromMinutes(0.5));
        var late = await TryAsync("waits@example.com", Password);

        atOnce.Should().Contain("Try again in 15 minutes.");
        early.Should().Contain("Try again in 1 minute.");
        late.Should().Be("signed in");
    }

    [Fact]
    public async Task A_right_password_starts_the_count_anew()
    {
        await Host.AddPersonAsync("resets@example.com", Password);

        for (var round = 1; round <= 2; round++)
        {
            for (var attempt = 1; attempt <= 4; attempt++)
            {
                (await TryAsync("resets@example.com", Wrong)).Should().Contain("is not right");
            }

            (await TryAsync("resets@example.com", Password)).Should().Be("signed in");
        }
    }

    [Fact]
    public async Task Guesses_sent_at_once_are_counted_one_by_one()
    {
        await Host.AddPersonAsync("parallel@example.com", Password);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TryAsync("parallel@example.com", Wrong)));

        answers.Count(a => a.Contains("is not right")).Should().Be(4);
        answers.Count(a => a.Contains("Too many wrong passwords")).Should().Be(8);
    }

    [Fact]
    public async Task A_lock_out_is_in_the_audit_trail_without_the_address()
    {
        var id = await Host.AddPersonAsync("audited@example.com", Password);

        await LockAsync("audited@example.com");

        await using var db = Host.OpenDatabase();
        var entry = await db.AuditEntries.SingleAsync(e => e.Action == "user.locked_out" && e.SubjectId == id.ToString());
        entry.ActorKind.Should().Be("system");
        entry.After.Should().Contain("until").And.NotContain("audited@example.com");
    }

    private async Task LockAsync(string email)
    {
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await TryAsync(email, Wrong);
        }
    }

    private async Task<string> TryAsync(string email, string password)
    {
        using var browser = Host.OpenBrowser();
        using var answer = await browser.SignInAsync(email, password);

        return answer.StatusCode == HttpStatusCode.Redirect ? "signed in" : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
