using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FluentAssertions;
using FluentAssertions.Execution;
using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Looks at a page as it stands, light and dark, wide and narrow.</summary>
internal static class Looks
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    // A theme changes colours and nothing else, and colours do not depend on the width.
    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    /// <summary>Nothing for axe to find, nothing that scrolls the page sideways, nothing for the browser to complain about.</summary>
    public static async Task ShouldBeFlawlessAsync(BrowserSession session)
    {
        using var scope = new AssertionScope();

        foreach (var width in (int[])[1440, 390])
        {
            await session.Page.SetViewportSizeAsync(width, 900);
            await ChooseAsync(session.Page, ColorScheme.Light);
            (await FindAsync(session.Page, Rules)).Should().BeEmpty("axe looks at it {0} px wide", width);
            (await OverflowAsync(session.Page)).Should().Be(0, "the page must not scroll sideways when {0} px wide", width);
        }

        await session.Page.SetViewportSizeAsync(1440, 900);
        await ChooseAsync(session.Page, ColorScheme.Dark);
        (await FindAsync(session.Page, Colours)).Should().BeEmpty("axe looks at it in the dark");
        session.ShouldHaveNoComplaints();
    }

    private static async Task ChooseAsync(IPage page, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", scheme is ColorScheme.Dark ? "dark" : "light");
    }

    private static async Task<IEnumerable<string>> FindAsync(IPage page, AxeRunOptions rules) =>
        (await page.RunAxe(rules)).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"));

    private static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
