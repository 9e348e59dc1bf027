using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>What publishing changes, and why.</summary>
internal sealed partial class ReviewDialog(IPage page)
{
    public ILocator Dialog => page.GetByRole(AriaRole.Dialog, new() { NameRegex = ReviewTitle() });

    public ILocator Changes => Dialog.GetByRole(AriaRole.Group, new() { Name = "Changes" });

    public ILocator Note => Dialog.GetByLabel("Note");

    /// <summary>The button; its words name the version.</summary>
    public ILocator Publish => Dialog.GetByRole(AriaRole.Button, new() { NameRegex = PublishWords() });

    [GeneratedRegex("^Review [0-9]+ changes?$")]
    private static partial Regex ReviewTitle();

    [GeneratedRegex("^Publish version [0-9]+$")]
    private static partial Regex PublishWords();
}
