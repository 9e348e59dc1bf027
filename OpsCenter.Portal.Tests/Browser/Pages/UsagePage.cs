using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>A customer's usage.</summary>
internal sealed class UsagePage(IPage page)
{
    public const string Path = "/usage";

    public ILocator Empty => page.GetByText("No usage yet");

    public ILocator Values => page.GetByRole(AriaRole.Table, new() { Name = "Spend, tokens and jobs by day" });

    public ILocator ShowValues => page.GetByText("Show as a table");

    public ILocator Chart(string name) => page.GetByRole(AriaRole.Img, new() { Name = name });

    /// <summary>A part of the page, by its heading.</summary>
    public ILocator Section(string name) => page.GetByRole(AriaRole.Region, new() { Name = name });

    public ILocator GroupBy(string name) => page.GetByRole(AriaRole.Navigation, new() { Name = "Group by" }).GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
