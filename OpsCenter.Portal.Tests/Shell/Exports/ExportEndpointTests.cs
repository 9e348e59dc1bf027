using System.Net;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Tests.Accounts;
using Xunit;
using Visitor = OpsCenter.Portal.Tests.Accounts.Browser;

namespace OpsCenter.Portal.Tests.Shell.Exports;

public sealed class ExportEndpointTests(AccountsFixture fixture) : IClassFixture<AccountsFixture>
{
    private const string Password = "nine quiet herons";

    private AccountsHost Host => fixture.Host;

    private ExportRuns Runs => Host.Services.GetRequiredService<ExportRuns>();

    [Fact]
    public async Task A_file_is_named_for_its_list_and_day_and_is_not_kept_by_caches()
    {
        using var browser = (await SignInAsync(PlatformRole.Admin)).Browser;

        using var answer = await browser.GetAsync("/exports/customers?q=nobody");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition?.FileName.Should().Be($"customers-{Host.Clock.GetUtcNow():yyyy-MM-dd}.csv");
        answer.Content.Headers.ContentType?.ToString().Should().Be("text/csv; charset=utf-8");
        answer.Headers.CacheControl?.NoStore.Should().BeTrue();
        (await answer.Content.ReadAsByteArrayAsync())[..3].Should().Equal(0xEF, 0xBB, 0xBF);
        CsvText.Parse(await answer.Content.ReadAsStringAsync()).Should().ContainSingle().Which.Should().Equal("customer_id", "name", "status", "created_at", "suspended_at");
    }

    [Theory]
    [InlineData("jobs")]
    [InlineData("customers")]
    [InlineData("holds")]
    [InlineData("audit")]
    [InlineData("machine-credentials")]
    [InlineData("overview")]
    [InlineData("margin")]
    [InlineData("rate-card-versions")]
    [InlineData("duplicates")]
    [InlineData("credits")]
    public async Task An_admin_gets_every_list_with_a_cell_for_every_column(string list)
    {
        using var browser = (await SignInAsync(PlatformRole.Admin)).Browser;
        await AddCustomersAsync(2, list);

        using var answer = await browser.GetAsync($"/exports/{list}");

        var lines = CsvText.Parse(await answer.Content.ReadAsStringAsync());
        lines.Should().NotBeEmpty().And.OnlyContain(line => line.Count == lines[0].Count);
    }

    [Theory]
    [InlineData("machine-credentials")]
    [InlineData("audit")]
    public async Task Support_is_refused_what_support_may_not_see(string list)
    {
        using var browser = (await SignInAsync(PlatformRole.Support)).Browser;

        using var answer = await browser.GetAsync($"/exports/{list}");

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentDisposition.Should().BeNull();
    }

    [Theory]
    [InlineData("customers")]
    [InlineData("holds")]
    [InlineData("audit")]
    [InlineData("machine-credentials")]
    [InlineData("overview")]
    [InlineData("margin")]
    [InlineData("rate-card-versions")]
    [InlineData("duplicates")]
    [InlineData("credits")]
    public async Task A_customer_gets_nothing_of_the_platform(string list)
    {
        using var browser = (await SignInAsync(null)).Browser;

        using var answer = await browser.GetAsync($"/exports/{list}");

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_a_session_there_is_a_refusal_and_no_sign_in_page_for_a_file()
    {
        using var browser = Host.OpenBrowser();

        using var answer = await browser.GetAsync("/exports/jobs");

        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).Should().Be((HttpStatusCode.Unauthorized, "The session is over; sign in again."));
    }

    [Fact]
    public async Task An_unknown_list_is_not_found()
    {
        using var browser = (await SignInAsync(PlatformRole.Admin)).Browser;

        (await browser.GetAsync("/exports/secrets")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_run_counts_what_was_written()
    {
        var (browser, actor) = await SignInAsync(PlatformRole.Admin);
        using var signedIn = browser;
        await AddCustomersAsync(3, "Counted");
        var run = Runs.Find(actor, Guid.CreateVersion7(Host.Clock.GetUtcNow()))!; // nobody else has this id

        using var answer = await browser.GetAsync($"/exports/customers?q=Counted&run={run.Id}");

        CsvText.Parse(await answer.Content.ReadAsStringAsync()).Should().HaveCount(4);
        (run.State, run.Rows).Should().Be((ExportState.Done, 3));
    }

    [Fact]
    public async Task A_stopped_export_breaks_off_so_that_no_half_file_looks_whole()
    {
        var (browser, actor) = await SignInAsync(PlatformRole.Admin);
        using var signedIn = browser;
        await AddCustomersAsync(20_000, "Stopped");
        var run = Runs.Find(actor, Guid.CreateVersion7(Host.Clock.GetUtcNow()))!; // nobody else has this id
        using var answer = await browser.BeginAsync($"/exports/customers?q=Stopped&run={run.Id}");

        run.Cancel();
        var rest = () => answer.Content.ReadAsStringAsync();

        await rest.Should().ThrowAsync<Exception>();
        (run.State, run.Rows < 20_000).Should().Be((ExportState.Cancelled, true));
    }

    [Fact]
    public async Task A_run_of_somebody_else_is_refused()
    {
        var (ana, actor) = await SignInAsync(PlatformRole.Admin);
        ana.Dispose();
        using var bob = (await SignInAsync(PlatformRole.Admin)).Browser;
        var run = Runs.Find(actor, Guid.CreateVersion7(Host.Clock.GetUtcNow()))!; // nobody else has this id

        (await bob.GetAsync($"/exports/customers?run={run.Id}")).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);

        run.State.Should().Be(ExportState.Waiting);
    }

    private async Task<(Visitor Browser, Actor Actor)> SignInAsync(PlatformRole? role)
    {
        var email = $"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}@example.com";
        var id = await Host.AddPersonAsync(email, Password, role);

        if (role is null)
        {
            await using var db = Host.OpenDatabase();
            var customer = new Organization(Guid.CreateVersion7(Host.Clock.GetUtcNow()), "Member's own", Host.Clock.GetUtcNow());
            db.Organizations.Add(customer);
            db.Memberships.Add(new Membership(customer.Id, id, OrganizationRole.Owner, Host.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        }

        var browser = Host.OpenBrowser();
        (await browser.SignInAsync(email, Password)).StatusCode.Should().Be(HttpStatusCode.Redirect);

        return (browser, new Actor.User(id, role, null, null));
    }

    private async Task AddCustomersAsync(int count, string name)
    {
        await using var db = Host.OpenDatabase();
        await db.Database.ExecuteSqlAsync(
            $"insert into organizations (id, name, status, created_at) select gen_random_uuid(), {name} || ' ' || i, 'active', now() from generate_series(1, {count}) i");
    }
}
