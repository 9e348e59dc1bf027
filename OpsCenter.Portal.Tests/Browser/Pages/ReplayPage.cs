using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>What a draft or a version would have made of real jobs.</summary>
internal sealed class ReplayPage(IPage page)
{
    public const string Path = "/admin/system/rate-card/replay";

    public ILocator Run => page.GetByRole(AriaRole.Button, new() { Name = "Replay", Exact = true });

    public ILocator Cancel => page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true });

    public ILocator Period => page.GetByRole(AriaRole.Combobox, new() { Name = "Period" });

    /// <summary>A figure, by its name: <c>Revenue</c>.</summary>
    public ILocator Figure(string name) => page.GetByRole(AriaRole.Group, new() { Name = name, Exact = true });

    /// <summary>The row of a route, agent or customer among winners and losers.</summary>
    public ILocator Row(string name) => page.Locator("table.groups").GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    public ILocator GroupBy(string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Group by" }).GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Note(string name) => page.GetByRole(AriaRole.Note, new() { Name = name });
}
