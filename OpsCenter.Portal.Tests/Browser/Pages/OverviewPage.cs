using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>The platform overview.</summary>
internal sealed class OverviewPage(IPage page)
{
    public const string Path = "/admin/overview";

    public ILocator Empty => page.GetByText("No jobs yet");

    /// <summary>The notice that the figures stand still.</summary>
    public ILocator Away => page.GetByText("The database has not answered since");

    public ILocator Values => page.GetByRole(AriaRole.Table, new() { Name = "Spend, cost and jobs" });

    public ILocator ShowValues => page.GetByText("Show as a table");

    /// <summary>A figure, by its name: <c>Spend</c>.</summary>
    public ILocator Figure(string name) => page.GetByRole(AriaRole.Group, new() { Name = name, Exact = true }).Locator(".value");

    public ILocator Chart(string name) => page.GetByRole(AriaRole.Img, new() { Name = name });

    public ILocator Period(string name) => page.GetByRole(AriaRole.Navigation, new() { Name = "Period" }).GetByRole(AriaRole.Link, new() { Name = name });

    /// <summary>The link to the jobs of an agent, a route or a customer.</summary>
    public ILocator Share(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
