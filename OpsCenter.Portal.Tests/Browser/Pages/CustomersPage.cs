using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>The list of customers.</summary>
internal sealed class CustomersPage(IPage page)
{
    public const string Path = "/admin/customers";

    public ILocator New => page.GetByRole(AriaRole.Button, new() { Name = "New customer" });

    public ILocator Table => page.GetByRole(AriaRole.Table, new() { Name = "Customers" });

    public ILocator Empty => page.GetByText("No customers yet");

    public ILocator Row(string name) => Table.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    /// <summary>Waits until the page answers.</summary>
    public Task ReadyAsync() => Expect(Table.Or(Empty)).ToBeVisibleAsync();

    /// <summary>Makes a customer and returns its id, as the list shows it.</summary>
    public async Task<Guid> CreateAsync(string name)
    {
        await ReadyAsync();
        await New.First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create customer" }).ClickAsync();

        return Guid.Parse(await Row(name).Locator("[data-copy]").GetAttributeAsync("data-copy") ?? "");
    }
}
