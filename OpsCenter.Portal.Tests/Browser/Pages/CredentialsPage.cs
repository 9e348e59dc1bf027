using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>The list of machine credentials and its dialogs.</summary>
internal sealed class CredentialsPage(IPage page)
{
    public const string Path = "/admin/system/credentials";

    private readonly Frame frame = new(page);

    public ILocator New => page.GetByRole(AriaRole.Button, new() { Name = "New credential" });

    public ILocator Table => page.GetByRole(AriaRole.Table, new() { Name = "Machine credentials" });

    public ILocator Show => page.GetByLabel("Show", new() { Exact = true });

    public ILocator Name => frame.Dialog.GetByLabel("Name", new() { Exact = true });

    public ILocator Source => frame.Dialog.GetByLabel("Source", new() { Exact = true });

    public ILocator Secret => frame.Dialog.GetByLabel("Secret", new() { Exact = true });

    public ILocator Stored => frame.DialogButton("I have stored it");

    public ILocator Row(string name) => Table.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    public ILocator StatusOf(string name) => Row(name).Locator(".badge");

    public ILocator MenuOf(string name) => Row(name).GetByRole(AriaRole.Button, new() { Name = "More about" });

    public ILocator Choice(string title) => page.GetByRole(AriaRole.Menuitem, new() { Name = title });

    /// <summary>Waits until the page answers.</summary>
    public Task ReadyAsync() => Expect(Table).ToBeVisibleAsync();

    /// <summary>Opens the dialog of a new one and waits until it has taken the focus, which would else leave what is being typed.</summary>
    public async Task OpenNewAsync()
    {
        await New.ClickAsync();
        await Expect(Name).ToBeFocusedAsync();
    }

    /// <summary>Makes a credential and returns its secret, which stays on the screen.</summary>
    public async Task<string> CreateAsync(string name, string source)
    {
        await ReadyAsync();
        await OpenNewAsync();
        await Name.FillAsync(name);
        await Source.FillAsync(source);
        await frame.DialogButton("Create credential").ClickAsync();

        return await Secret.InnerTextAsync();
    }

    /// <summary>Chooses from the menu of a row.</summary>
    public async Task ChooseAsync(string name, string title)
    {
        await MenuOf(name).First.ClickAsync();
        await Choice(title).ClickAsync();
    }
}
