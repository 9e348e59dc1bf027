using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>The audit trail.</summary>
internal sealed class AuditPage(IPage page)
{
    public const string Path = "/admin/audit";

    public ILocator Table => page.GetByRole(AriaRole.Table, new() { Name = "Audit entries, newest first" });

    /// <summary>What opens an entry, newest first.</summary>
    public ILocator Openers => Table.Locator("[data-row]");

    public ILocator Search => page.GetByLabel("Action, subject id or reason");
}
