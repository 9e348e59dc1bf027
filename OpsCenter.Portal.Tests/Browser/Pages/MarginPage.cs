using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>What is left, per route, agent, customer and tool.</summary>
internal sealed class MarginPage(IPage page)
{
    public const string Path = "/admin/margin";

    public ILocator Table => page.GetByRole(AriaRole.Table);

    /// <summary>The row of a route, agent, customer or tool.</summary>
    public ILocator Row(string name) => Table.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    public ILocator Link(string name) => Table.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator GroupBy(string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Group by" }).GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Search => page.GetByRole(AriaRole.Searchbox);
}
