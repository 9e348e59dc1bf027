using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>The question before a job is voided or re-priced: what changes, and why.</summary>
internal sealed class CorrectionDialog(IPage page, string verb)
{
    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public ILocator Preview => Dialog.GetByRole(AriaRole.Table, new() { Name = "What changes" });

    public ILocator Reason => Dialog.GetByLabel("Reason");

    public ILocator Act => Dialog.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true });

    /// <summary>A line of the preview: <c>Total</c>.</summary>
    public ILocator Amounts(string name) =>
        Preview.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) }).GetByRole(AriaRole.Cell);

    public async Task PostAsync(string reason)
    {
        await Reason.FillAsync(reason);
        await Act.ClickAsync();
    }
}
