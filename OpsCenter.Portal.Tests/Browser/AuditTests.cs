using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>What was done is found, read and proved.</summary>
public sealed class AuditTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task The_trail_is_flawless()
    {
        await portal.AddCustomerAsync("Northwind Research");
        await using var session = await OpenAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task A_list_with_nothing_in_it_is_flawless()
    {
        await using var session = await portal.SignInAsync(Person.Admin, AuditPage.Path + "?q=nothing-of-this-kind");
        await Expect(session.Page.GetByText("No entry matches")).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task An_entry_opens_with_the_keyboard_shows_the_change_and_gives_the_focus_back()
    {
        await portal.AddCustomerAsync("Fabrikam");
        await using var session = await OpenAsync("?q=customer+created");
        var (audit, keys, frame) = (new AuditPage(session.Page), new KeyboardOnly(session.Page), new Frame(session.Page));

        await keys.PressAsync("j");
        await Expect(audit.Openers.First).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(frame.Dialog).ToContainTextAsync("Fabrikam");
        await Looks.ShouldBeFlawlessAsync(session);
        await frame.CloseWithEscapeAsync();

        await Expect(audit.Openers.First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Filters_stand_in_the_address()
    {
        await portal.AddCustomerAsync("Litware");
        await using var session = await OpenAsync();
        var audit = new AuditPage(session.Page);

        await audit.Search.FillAsync("rate_card");

        await Expect(session.Page).ToHaveURLAsync(portal.AddressOf(AuditPage.Path + "?q=rate_card"));
        await Expect(audit.Table).Not.ToContainTextAsync("Customer created");
        await Expect(audit.Table).ToContainTextAsync("Rate card published");
    }

    [Fact]
    public async Task A_tampered_entry_is_found_and_the_dialog_is_flawless()
    {
        await using var own = await TamperedPortal.StartAsync();
        await using var session = await own.Portal.SignInAsync(Person.Admin, AuditPage.Path);
        await session.InteractiveAsync();
        var frame = new Frame(session.Page);

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Verify…" }).ClickAsync();
        await frame.DialogButton("Verify").ClickAsync();

        await Expect(frame.Dialog).ToContainTextAsync("is not what seal 1 was made from");
        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task An_intact_trail_says_so_and_a_mistyped_seal_is_explained()
    {
        await portal.AddCustomerAsync("Contoso");
        await using var session = await OpenAsync();
        var frame = new Frame(session.Page);
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Verify…" }).ClickAsync();

        await frame.Dialog.GetByLabel("A seal you noted").FillAsync("12 abc");
        await frame.DialogButton("Verify").ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("64 hexadecimal digits");
        await frame.Dialog.GetByLabel("A seal you noted").FillAsync("");
        await frame.DialogButton("Verify").ClickAsync();

        await Expect(frame.DialogButton("Verify again")).ToBeVisibleAsync();
        await Expect(frame.Dialog).Not.ToContainTextAsync("is not what");
    }

    [Fact]
    public async Task Support_has_no_link_and_no_page()
    {
        var support = await portal.People.AddOperatorAsync("Sam", PlatformRole.Support);
        await using var session = await portal.SignInAsync(support, AuditPage.Path);

        await Expect(session.Page.GetByText("Verify…")).ToHaveCountAsync(0);
        await Expect(new Frame(session.Page).RailLink("Audit")).ToHaveCountAsync(0);
    }

    private async Task<BrowserSession> OpenAsync(string query = "")
    {
        var session = await portal.SignInAsync(Person.Admin, AuditPage.Path + query);
        await session.InteractiveAsync();
        await Expect(new AuditPage(session.Page).Openers.First).ToBeVisibleAsync();

        return session;
    }

    // A portal of its own: a broken chain stays broken.
    private sealed class TamperedPortal : IAsyncDisposable
    {
        public PortalInBrowser Portal { get; } = new();

        public static async Task<TamperedPortal> StartAsync()
        {
            var tampered = new TamperedPortal();
            await tampered.Portal.InitializeAsync();
            await tampered.Portal.Services.GetRequiredService<AuditSealer>().SealAsync(DateTimeOffset.MinValue, CancellationToken.None);
            await using var tamper = tampered.Portal.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
                """
                alter table audit_entries disable trigger user;
                update audit_entries set reason = 'another' where id = (select audit_id from audit_seals where seq = 1);
                alter table audit_entries enable trigger user
                """);
            await tamper.ExecuteNonQueryAsync();

            return tampered;
        }

        public async ValueTask DisposeAsync() => await Portal.DisposeAsync();
    }
}
