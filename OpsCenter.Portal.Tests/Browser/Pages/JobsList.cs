using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>The list of jobs.</summary>
internal sealed class JobsList(IPage page)
{
    public const string Path = "/jobs";

    public ILocator Table => page.GetByRole(AriaRole.Table, new() { Name = "Jobs, newest first" });

    /// <summary>The links that open a receipt, newest job first.</summary>
    public ILocator Links => Table.GetByRole(AriaRole.Link);

    public ILocator Empty => page.GetByText("No jobs yet");

    public ILocator NothingMatches => page.GetByText("No job matches");

    /// <summary>The row of one job.</summary>
    public ILocator Row(ReportedJob job) =>
        Table.GetByRole(AriaRole.Row).Filter(new() { Has = page.Locator($"a[href='{job.ReceiptUrl.AbsolutePath}']") });

    public ILocator StateOf(ReportedJob job) => Row(job).Locator(".badge");
}
