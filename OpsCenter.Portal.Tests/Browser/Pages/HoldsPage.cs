using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>What waits for a price or a customer.</summary>
internal sealed class HoldsPage(IPage page)
{
    public const string Path = "/admin/holds";

    public ILocator Table => page.GetByRole(AriaRole.Table, new() { NameRegex = new("^Jobs that wait") });

    public ILocator Groups => page.GetByRole(AriaRole.Table, new() { Name = "What is missing" });

    public ILocator Empty => page.GetByText("Nothing is held");

    public ILocator NothingMatches => page.GetByText("No hold matches");

    public ILocator Selection => page.GetByRole(AriaRole.Region, new() { Name = "Selection" });

    /// <summary>How many wait and how much it may be.</summary>
    public ILocator Head => page.Locator("dl.head");

    /// <summary>What hangs on one missing thing: <c>openai:gpt-9</c>.</summary>
    public ILocator Group(string subject) => Groups.GetByRole(AriaRole.Row).Filter(new() { HasText = subject });

    public ILocator Row(ReportedJob job) =>
        Table.GetByRole(AriaRole.Row).Filter(new() { Has = page.Locator($"a[href='{job.ReceiptUrl.AbsolutePath}']") });

    public ILocator Tab(string name) => page.GetByRole(AriaRole.Navigation, new() { Name = "State" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>Opens a dialog from the menu of a job.</summary>
    public async Task<ILocator> ChooseAsync(ReportedJob job, string act)
    {
        await Row(job).GetByRole(AriaRole.Button, new() { Name = "More about" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = act }).ClickAsync();
        await Expect(new Frame(page).Dialog).ToBeVisibleAsync();

        return new Frame(page).Dialog;
    }

    /// <summary>Chooses a customer in the dialog that assigns.</summary>
    public async Task ChooseCustomerAsync(string name)
    {
        var dialog = new Frame(page).Dialog;
        await dialog.GetByLabel("Customer by name or id").FillAsync(name);
        await Expect(dialog.GetByText("Charged now").Or(dialog.GetByText("Go on waiting for a price"))).ToBeVisibleAsync();
    }
}
