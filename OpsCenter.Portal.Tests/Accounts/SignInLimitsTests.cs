using System.Net;
using FluentAssertions;
using Microsoft.Extensions.Options;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class SignInLimitsTests
{
    [Fact]
    public void An_account_is_limited_wherever_the_tries_come_from_and_however_it_is_written()
    {
        using var limits = Limits(perAddress: 100, perAccount: 2);

        var waits = new[] { "192.0.2.1", "192.0.2.2", "192.0.2.3" }
            .Zip(["ana@example.com", "ANA@example.com ", "Ana@Example.com"], (address, email) => limits.TryTake(Try(email, address)))
            .ToList();

        waits.Select(w => w is null).Should().Equal(true, true, false);
        waits[2].Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void An_address_is_limited_whichever_accounts_it_tries()
    {
        using var limits = Limits(perAddress: 2, perAccount: 100);

        var passed = Enumerable.Range(1, 4).Select(n => limits.TryTake(Try($"person{n}@example.com", "192.0.2.1")) is null);

        passed.Should().Equal(true, true, false, false);
        limits.TryTake(Try("person1@example.com", "192.0.2.9")).Should().BeNull("another address has its own count");
    }

    [Fact]
    public void The_addresses_of_one_ipv6_network_count_as_one()
    {
        using var limits = Limits(perAddress: 1, perAccount: 100);

        var first = limits.TryTake(Try("a@example.com", "2001:db8:0:1::1"));
        var sameNetwork = limits.TryTake(Try("b@example.com", "2001:db8:0:1:ffff::2"));
        var otherNetwork = limits.TryTake(Try("c@example.com", "2001:db8:0:2::1"));

        first.Should().BeNull();
        sameNetwork.Should().NotBeNull();
        otherNetwork.Should().BeNull();
    }

    [Fact]
    public void An_ipv4_address_is_the_same_when_it_comes_mapped_to_ipv6()
    {
        using var limits = Limits(perAddress: 1, perAccount: 100);

        var plain = limits.TryTake(Try("a@example.com", "192.0.2.1"));
        var mapped = limits.TryTake(Try("b@example.com", "::ffff:192.0.2.1"));

        plain.Should().BeNull();
        mapped.Should().NotBeNull();
    }

    [Fact]
    public async Task The_page_says_how_long_to_wait_and_does_not_look_at_the_password()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        await using var host = new AccountsHost(database, ("SignIn:TriesPerAccountPerMinute", "1"));
        using var browser = host.OpenBrowser();

        using var first = await browser.SignInAsync(AccountsHost.AdminEmail, "not the password");
        using var second = await browser.SignInAsync(AccountsHost.AdminEmail, AccountsHost.AdminPassword);

        second.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        second.Headers.RetryAfter!.Delta.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        (await second.Content.ReadAsStringAsync()).Should().Contain("Too many tries").And.Contain(AccountsHost.AdminEmail);
        (await browser.IsSignedInAsync()).Should().BeFalse();
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    private static SignInTry Try(string email, string address) => new(email, "password", false, IPAddress.Parse(address));

    private static SignInLimits Limits(int perAddress, int perAccount) =>
        new(Options.Create(new SignInOptions { TriesPerAddressPerMinute = perAddress, TriesPerAccountPerMinute = perAccount }));
}
