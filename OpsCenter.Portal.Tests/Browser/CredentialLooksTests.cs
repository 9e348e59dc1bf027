using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>How the page of machine credentials and its dialogs look, and to whom.</summary>
public sealed class CredentialLooksTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task The_list_with_every_state_is_flawless()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CredentialsPage.Path);
        var (credentials, frame) = (new CredentialsPage(session.Page), new Frame(session.Page));
        await credentials.CreateAsync("A credential whose name is as long as names of credentials are when people mean well", "with-a-long.source_name-1234567890");
        await credentials.Stored.ClickAsync();
        await credentials.ChooseAsync("A credential", "Rotate…");
        await frame.DialogButton("Rotate").ClickAsync();
        await credentials.Stored.ClickAsync();
        await credentials.CreateAsync("To be revoked", "old");
        await credentials.Stored.ClickAsync();
        await credentials.ChooseAsync("To be revoked", "Revoke…");
        await frame.DialogButton("Revoke").ClickAsync();
        await Expect(credentials.Row("To be revoked")).ToHaveCountAsync(0);

        await credentials.Show.SelectOptionAsync("all");
        await Expect(credentials.StatusOf("To be revoked")).ToHaveTextAsync("Revoked");
        await Expect(session.Page).ToHaveURLAsync(portal.AddressOf($"{CredentialsPage.Path}?show=all"));
        // Without the messages of what was done, which fade while they are looked at.
        await session.Page.ReloadAsync();
        await Expect(credentials.StatusOf("To be revoked")).ToHaveTextAsync("Revoked");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task The_form_with_everything_wrong_is_flawless()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CredentialsPage.Path);
        var (credentials, frame) = (new CredentialsPage(session.Page), new Frame(session.Page));
        await credentials.ReadyAsync();
        await credentials.OpenNewAsync();
        await frame.Dialog.GetByLabel("Calls per second").FillAsync("0");
        await frame.DialogButton("Create credential").ClickAsync();
        await Expect(frame.Dialog.GetByText("Enter a source.")).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task The_form_of_changes_is_flawless()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CredentialsPage.Path);
        var credentials = new CredentialsPage(session.Page);
        await credentials.ReadyAsync();
        await credentials.Row("Brigade, from the settings").GetByRole(AriaRole.Button, new() { Name = "Brigade, from the settings", Exact = true }).ClickAsync();
        await Expect(credentials.Name).ToHaveValueAsync("Brigade, from the settings");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task The_secret_is_flawless()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CredentialsPage.Path);
        await new CredentialsPage(session.Page).CreateAsync("Secret to look at", "looks");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task Rotating_is_flawless()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CredentialsPage.Path);
        var credentials = new CredentialsPage(session.Page);
        await credentials.ReadyAsync();
        await credentials.ChooseAsync("Brigade, from the settings", "Rotate…");
        await Expect(new Frame(session.Page).DialogButton("Rotate")).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task Who_may_not_manage_them_finds_neither_link_nor_page()
    {
        var person = await portal.People.AddOperatorAsync("Fin Marsh", PlatformRole.Finance);
        await using var session = await portal.SignInAsync(person, CredentialsPage.Path);
        var frame = new Frame(session.Page);

        await Expect(frame.Heading).ToHaveTextAsync("You do not have access to this page");
        await Expect(frame.RailLink("Rate card")).ToHaveCountAsync(1);
        await Expect(frame.RailLink("Machine credentials")).ToHaveCountAsync(0);
    }
}
