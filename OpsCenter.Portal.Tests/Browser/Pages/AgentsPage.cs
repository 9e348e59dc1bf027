using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>The list of agents, the page of one, and their dialog.</summary>
internal sealed class AgentsPage(IPage page)
{
    public const string Path = "/admin/system/agents";

    /// <summary>The row of an agent, by its name on the card.</summary>
    public ILocator Row(string name) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    public ILocator Switch(string displayName) => page.GetByRole(AriaRole.Switch, new() { Name = $"{displayName} takes jobs" });

    public ILocator MenuItem(string text) => page.Locator(".mud-menu-item").Filter(new() { HasText = text });

    public ILocator More(string displayName) => page.GetByRole(AriaRole.Button, new() { Name = $"More about {displayName}" });

    public ILocator Search => page.GetByRole(AriaRole.Searchbox);

    /// <summary>A field of the dialog, by the column it is about.</summary>
    public ILocator Field(string column) => page.Locator($"#agent-{column.Replace('_', '-')}");

    /// <summary>The sentence that says what a ceiling would have done.</summary>
    public ILocator Effect => page.Locator(".tuner .effect");

    public ILocator Slider => page.GetByRole(AriaRole.Slider);

    public ILocator Facts => page.Locator(".facts").First;

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Opens the dialog and waits until it has taken the focus, which would else leave what is being typed.</summary>
    public async Task OpenDialogAsync(string displayName)
    {
        await More(displayName).ClickAsync();
        await MenuItem("Edit").ClickAsync();
        await Expect(Field("display_name")).ToBeFocusedAsync();
    }
}
