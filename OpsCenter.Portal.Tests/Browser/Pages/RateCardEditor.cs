using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>The rate card as an operator sees it.</summary>
internal sealed class RateCardEditor(IPage page)
{
    public const string Path = "/admin/system/rate-card";

    /// <summary>The badge with the version in force.</summary>
    public ILocator Version => page.Locator(".version .badge");

    /// <summary>Stands at the foot while there are changes.</summary>
    public ILocator Bar => page.GetByRole(AriaRole.Region, new() { Name = "Draft" });

    public ILocator Review => Bar.GetByRole(AriaRole.Button, new() { Name = "Review" });

    /// <summary>Stands at the foot while rows are chosen.</summary>
    public ILocator Bulk => page.GetByRole(AriaRole.Form, new() { Name = "Edit chosen rows" });

    /// <summary>The tick of a row, by its route, agent or tool.</summary>
    public ILocator Tick(string row) => page.GetByRole(AriaRole.Checkbox, new() { Name = $"Choose {row}", Exact = true });

    /// <summary>What a colleague published meanwhile.</summary>
    public ILocator News => page.GetByRole(AriaRole.Region, new() { Name = "Published meanwhile" });

    /// <summary>A field in a table, by its column and its row: <c>Input cost</c>, <c>openai:gpt-4</c>.</summary>
    public ILocator Cell(string column, string row) => page.GetByRole(AriaRole.Textbox, new() { Name = $"{column} of {row}", Exact = true });

    /// <summary>What a customer pays for a model's input, computed.</summary>
    public ILocator InputPrice(string model) => Row(model).Locator("td.price").First;

    /// <summary>What a customer pays for a model's output, computed.</summary>
    public ILocator OutputPrice(string model) => Row(model).Locator("td.price").Last;

    /// <summary>The row of a model, agent or tool.</summary>
    public ILocator Row(string name) =>
        page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) });

    /// <summary>Types into a cell by keyboard and waits until the server has it.</summary>
    public async Task TypeAsync(string column, string row, string text)
    {
        await Cell(column, row).FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
        await Expect(Bar).ToContainTextAsync("Draft saved");
    }

    public async Task<ReviewDialog> ReviewAsync()
    {
        await Review.ClickAsync();

        return new ReviewDialog(page);
    }

    /// <summary>Publishes what was changed.</summary>
    public async Task PublishAsync(string note)
    {
        var review = await ReviewAsync();
        await review.Note.FillAsync(note);
        await review.Publish.ClickAsync();
        await Expect(new Frame(page).Toast.Last).ToContainTextAsync("published");
        await Expect(new Frame(page).Dialog).ToHaveCountAsync(0);
        await Expect(Bar).ToHaveCountAsync(0);
    }
}
