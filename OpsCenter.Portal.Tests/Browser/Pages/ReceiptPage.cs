using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>Why a job costs what it costs.</summary>
internal sealed class ReceiptPage(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = "Receipt" });

    public ILocator Total => Summary("Total");

    public ILocator State => Summary("State");

    public ILocator Version => Summary("Rate card");

    public ILocator Cost => Summary("Cost");

    public ILocator Margin => Summary("Margin");

    /// <summary>The calculation, step by step.</summary>
    public ILocator Trace => page.GetByRole(AriaRole.Table, new() { Name = "Each step with its exact result" });

    public ILocator Ledger => page.GetByRole(AriaRole.Table, new() { Name = "Ledger entries of this job" });

    public ILocator Recompute => page.GetByRole(AriaRole.Button, new() { Name = "Recompute" });

    public ILocator More => page.GetByRole(AriaRole.Button, new() { Name = "More actions" });

    /// <summary>A row of the ledger: <c>1. Charge</c>.</summary>
    public ILocator Entry(string title) =>
        Ledger.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = title, Exact = true }) });

    /// <summary>The amount of a part of the price: <c>LLM fee</c>.</summary>
    public ILocator Fee(string part) =>
        Trace.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = part, Exact = true }) }).GetByRole(AriaRole.Cell);

    /// <summary>The formula of a step, with the meaning of each number.</summary>
    public ILocator Formula(string step) =>
        Trace.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell, new() { Name = step, Exact = true }) }).Locator(".formula").First;

    public Task<CorrectionDialog> VoidAsync() => CorrectAsync("Void…", "Void job");

    public Task<CorrectionDialog> RepriceAsync() => CorrectAsync("Re-price…", "Re-price job");

    private async Task<CorrectionDialog> CorrectAsync(string act, string verb)
    {
        await More.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = act }).ClickAsync();
        var dialog = new CorrectionDialog(page, verb);
        await Expect(dialog.Preview).ToBeVisibleAsync();

        return dialog;
    }

    private ILocator Summary(string name) =>
        page.Locator("dl.summary > div").Filter(new() { Has = page.GetByText(name, new() { Exact = true }) }).Locator("dd");
}
