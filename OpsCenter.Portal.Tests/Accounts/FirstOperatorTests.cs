using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class FirstOperatorTests : IAsyncLifetime
{
    private readonly TestDatabase database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_generated_password_is_printed_once_noted_down_and_works()
    {
        await using var host = new AccountsHost(database, (FirstOperatorOptions.PasswordKey, ""), (FirstOperatorOptions.EmailKey, ""));
        using var browser = host.OpenBrowser();
        var password = NotedPassword(host);

        using var answer = await browser.SignInAsync("admin@example.com", password);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        host.FirstRunText.Should().Contain("admin_email=admin@example.com\n");
        host.Terminal.ToString().Split(password).Should().HaveCount(2, "it is printed once");
        host.Log.Lines.Should().NotContain(line => line.Contains(password));
    }

    [Fact]
    public async Task A_given_password_is_neither_printed_nor_noted_down()
    {
        await using var host = new AccountsHost(database);
        using var browser = host.OpenBrowser();

        using var answer = await browser.SignInAsync(AccountsHost.AdminEmail, AccountsHost.AdminPassword);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        host.Terminal.ToString().Should().BeEmpty();
        host.FirstRunText.Should().NotContain("admin_");
    }

    [Fact]
    public async Task A_second_start_makes_no_second_operator_and_keeps_the_password()
    {
        await using (var first = Services((FirstOperatorOptions.PasswordKey, "the first password")))
        {
            await first.EnsureOperatorAsync();
        }

        await using var second = Services(
            (FirstOperatorOptions.EmailKey, "other@example.com"), (FirstOperatorOptions.PasswordKey, "quite another password"));
        await second.EnsureOperatorAsync();

        await using var db = second.OpenDatabase();
        var admin = await db.Users.SingleAsync();
        var check = second.Provider.GetRequiredService<IPasswordHasher<User>>()
            .VerifyHashedPassword(admin, admin.PasswordHash!, "the first password");
        admin.Email.Should().Be("admin@example.com");
        check.Should().Be(PasswordVerificationResult.Success);
    }

    [Fact]
    public async Task Instances_that_start_at_once_make_one_operator()
    {
        await using var services = Services();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => services.EnsureOperatorAsync()));

        await using var db = services.OpenDatabase();
        (await db.Users.CountAsync(u => u.PlatformRole == PlatformRole.Admin)).Should().Be(1);
        (await db.AuditEntries.CountAsync(e => e.Action == "operator.created")).Should().Be(1);
    }

    [Fact]
    public async Task A_reset_before_the_first_start_says_what_to_do()
    {
        await using var services = Services();
        await using var scope = services.Provider.CreateAsyncScope();

        var reset = () => scope.ServiceProvider.GetRequiredService<ResetAdminPassword>().HandleAsync(CancellationToken.None);

        await reset.Should().ThrowAsync<HostingException>().WithMessage("*Start the portal once*");
    }

    [Fact]
    public async Task A_reset_sets_a_new_password_lifts_the_lock_and_ends_the_sessions()
    {
        await using var host = new AccountsHost(database);
        using var browser = host.OpenBrowser();
        using var signedIn = await browser.SignInAsync(AccountsHost.AdminEmail, AccountsHost.AdminPassword);
        await LockAsync(host);

        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ResetAdminPassword>().HandleAsync(CancellationToken.None);
        using var again = host.OpenBrowser();
        using var answer = await again.SignInAsync(AccountsHost.AdminEmail, NotedPassword(host));

        (await browser.IsSignedInAsync()).Should().BeFalse("the old session ended with the old password");
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        host.Terminal.ToString().Should().Contain(NotedPassword(host));
        await using var db = host.OpenDatabase();
        (await db.AuditEntries.CountAsync(e => e.Action == "user.password_reset" && e.ActorSubject == "reset-admin-password")).Should().Be(1);
    }

    private static async Task LockAsync(AccountsHost host)
    {
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            using var browser = host.OpenBrowser();
            using var answer = await browser.SignInAsync(AccountsHost.AdminEmail, "not the password");
        }
    }

    private static string NotedPassword(AccountsHost host) =>
        host.FirstRunText.Split('\n').Single(line => line.StartsWith("admin_password=", StringComparison.Ordinal)).Split('=', 2)[1];

    private AccountServices Services(params (string, string)[] settings) => new(database.ConnectionString, new FakeTimeProvider(), settings);
}
