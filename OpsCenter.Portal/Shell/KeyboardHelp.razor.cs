namespace OpsCenter.Portal.Shell;

/// <summary>The list behind "?". A native dialog: the browser traps focus, closes on Esc and gives focus back.</summary>
public sealed partial class KeyboardHelp
{
    private static readonly (string[] Keys, string Meaning)[] Shortcuts =
    [
        (["Ctrl", "K"], "Search pages, customers, jobs and commands (⌘ K on a Mac)"),
        (["j", "↓"], "Next row of a list"),
        (["k", "↑"], "Previous row of a list"),
        (["Enter"], "Open the row"),
        (["Ctrl", "Enter"], "Submit the form or dialog (⌘ Enter on a Mac)"),
        (["Esc"], "Close the top layer"),
        (["?"], "This list"),
    ];
}
