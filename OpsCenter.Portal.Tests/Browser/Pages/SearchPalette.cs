using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>The search over every page.</summary>
internal sealed class SearchPalette(IPage page)
{
    public ILocator Text => page.Locator("#search-text");

    public ILocator Panel => page.Locator("dialog#search");

    public ILocator Chosen => Panel.Locator("[aria-selected=true]");

    public ILocator Button => page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true });

    public ILocator Result(string title) => Panel.GetByRole(AriaRole.Option).Filter(new() { HasText = title });

    /// <summary>Opens it by its key and waits until something is chosen.</summary>
    public async Task OpenAsync()
    {
        await page.Keyboard.PressAsync("Control+k");
        await Expect(Text).ToBeFocusedAsync();
        await Expect(Chosen).ToBeVisibleAsync();
    }
}
