using System.Net;
using System.Net.Http.Headers;
using FluentAssertions;
using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>A machine credential from its first to its last day, without a mouse, and as its program sees it.</summary>
public sealed class CredentialJourneyTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    private const string Name = "Nightly mirror";

    [Fact]
    public async Task Create_copy_call_rotate_and_revoke_by_keyboard_alone()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CredentialsPage.Path);
        await session.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var (credentials, keys, frame) = (new CredentialsPage(session.Page), new KeyboardOnly(session.Page), new Frame(session.Page));
        await credentials.ReadyAsync();

        var first = await CreateAsync(session.Page, credentials, keys);
        (await CallAsync(first)).Should().Be(HttpStatusCode.OK);

        await ChooseAsync(credentials, keys, "Rotate…");
        await keys.TabToAsync(frame.DialogButton("Rotate"));
        await keys.PressAsync("Enter");
        var second = await credentials.Secret.InnerTextAsync();
        await StoreAsync(credentials, keys);
        (await CallAsync(first), await CallAsync(second)).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK));
        await Expect(credentials.StatusOf(Name)).ToHaveTextAsync(["Active", "Expires in 23 h"]);

        await ChooseAsync(credentials, keys, "Revoke…");
        await keys.TabToAsync(frame.DialogButton("Revoke"));
        await keys.PressAsync("Enter");
        await Expect(frame.Toast.Last).ToContainTextAsync($"Machine credential {Name} revoked");
        await ShouldBeRefusedWithinASecondAsync(second);
        (await CallAsync(first)).Should().Be(HttpStatusCode.OK, "only the one that was chosen is revoked");
        session.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task A_secret_leaves_the_screen_by_its_button_only_and_then_for_good()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CredentialsPage.Path);
        var (page, credentials) = (session.Page, new CredentialsPage(session.Page));
        var secret = await credentials.CreateAsync("Shown once", "shown-once");

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Mouse.ClickAsync(5, 5);
        await Expect(credentials.Secret).ToHaveTextAsync(secret);
        await credentials.Stored.ClickAsync();
        await Expect(credentials.Secret).ToHaveCountAsync(0);

        await Expect(credentials.Row("Shown once")).ToBeVisibleAsync();
        (await page.ContentAsync()).Should().NotContain(secret);
        page.Url.Should().NotContain(secret).And.EndWith(CredentialsPage.Path);
        await page.ReloadAsync();
        await credentials.ReadyAsync();
        (await page.ContentAsync()).Should().NotContain(secret);
    }

    [Fact]
    public async Task Leaving_with_a_secret_on_the_screen_is_asked_about()
    {
        await using var session = await portal.SignInAsync(Person.Admin, "/admin/customers");
        var (page, credentials, frame) = (session.Page, new CredentialsPage(session.Page), new Frame(session.Page));
        await new CustomersPage(page).ReadyAsync();
        await frame.RailLink("Machine credentials").ClickAsync();
        // Quicker than anybody: back in the very moment in which the secret appears.
        await page.EvaluateAsync(
            """
            () => new MutationObserver((_, watch) => {
                if (document.querySelector("[aria-label='Secret']")) { watch.disconnect(); history.back(); }
            }).observe(document.body, { childList: true, subtree: true })
            """);

        var secret = await credentials.CreateAsync("Not to be lost", "not-to-be-lost");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stay" }).ClickAsync();

        await Expect(credentials.Secret).ToHaveTextAsync(secret);
        await credentials.Stored.ClickAsync();
        await Expect(credentials.Row("Not to be lost")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_source_that_others_have_is_pointed_out_and_never_changed()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CredentialsPage.Path);
        var (credentials, frame) = (new CredentialsPage(session.Page), new Frame(session.Page));
        await credentials.ReadyAsync();
        await credentials.OpenNewAsync();

        await credentials.Source.FillAsync("brigade");
        await Expect(frame.Dialog.GetByText("share job keys")).ToBeVisibleAsync();
        await frame.CloseWithEscapeAsync();
        await credentials.ChooseAsync("Brigade, from the settings", "Edit…");

        await Expect(frame.Dialog.GetByText("would be charged again")).ToBeVisibleAsync();
        await Expect(credentials.Source).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_typed_is_lost()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CredentialsPage.Path);
        var (credentials, frame) = (new CredentialsPage(session.Page), new Frame(session.Page));
        await credentials.ReadyAsync();
        await credentials.OpenNewAsync();
        await credentials.Name.FillAsync("Brigade, from the settings");
        await credentials.Source.FillAsync("Not good");
        await frame.Dialog.GetByLabel("Calls per second").FillAsync("many");
        await frame.Dialog.GetByLabel("Last day of use").FillAsync("2020-01-01");

        await frame.DialogButton("Create credential").ClickAsync();

        await Expect(credentials.Name).ToHaveAccessibleDescriptionAsync("Another usable credential has this name.");
        await Expect(frame.Dialog.GetByText("Use a–z, 0–9, dot, underscore and hyphen only.")).ToBeVisibleAsync();
        await Expect(frame.Dialog.GetByText("Enter a whole number from 1 to 1,000,000.")).ToBeVisibleAsync();
        await Expect(frame.Dialog.GetByText("Choose a day that is not over.")).ToBeVisibleAsync();
        await Expect(credentials.Source).ToHaveValueAsync("Not good");
    }

    private static async Task<string> CreateAsync(IPage page, CredentialsPage credentials, KeyboardOnly keys)
    {
        await keys.TabToAsync(credentials.New);
        await keys.PressAsync("Enter");
        await Expect(credentials.Name).ToBeFocusedAsync();
        await keys.TypeAsync(Name);
        await keys.TabToAsync(credentials.Source);
        await keys.TypeAsync("mirror");
        await keys.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(new Frame(page).Dialog.GetByText("Copied")).ToBeVisibleAsync();
        var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        await StoreAsync(credentials, keys);

        return copied;
    }

    private static async Task StoreAsync(CredentialsPage credentials, KeyboardOnly keys)
    {
        await keys.TabToAsync(credentials.Stored);
        await keys.PressAsync("Enter");
        await Expect(credentials.Stored).ToHaveCountAsync(0);
    }

    // The newest of a name stands first.
    private static async Task ChooseAsync(CredentialsPage credentials, KeyboardOnly keys, string title)
    {
        await keys.TabToAsync(credentials.MenuOf(Name).First);
        await keys.PressAsync("Enter");
        await keys.ChooseAsync(credentials.Choice(title));
    }

    private async Task ShouldBeRefusedWithinASecondAsync(string secret)
    {
        var since = TimeProvider.System.GetTimestamp();

        while (TimeProvider.System.GetElapsedTime(since) <= OpsCenter.Portal.Security.MachineCredentials.MaxAge)
        {
            if (await CallAsync(secret) is HttpStatusCode.Unauthorized)
                return;
        }

        (await CallAsync(secret)).Should().Be(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpStatusCode> CallAsync(string secret)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var answer = await client.GetAsync(portal.AddressOf("/api/v1/pricing/rate-card"));

        return answer.StatusCode;
    }
}
