namespace OpsCenter.Portal.Shell;

/// <summary>The list behind "?". A native dialog: the browser traps focus, closes on Esc and gives focus back.</summary>
public sealed partial class KeyboardHelp
{
    private static readonly (string Place, (string[] Keys, string Meaning)[] Shortcuts)[] Places =
    [
        ("Everywhere",
        [
            (["Ctrl", "K"], "Search pages, customers, jobs and commands"),
            (["Ctrl", "Enter"], "Submit the form or dialog"),
            (["Esc"], "Close the top layer"),
            (["?"], "This list"),
        ]),
        ("Lists",
        [
            (["j", "↓"], "Next row"),
            (["k", "↑"], "Previous row"),
            (["Enter"], "Open the row"),
            (["Ctrl", "click"], "Open it in a new tab"),
        ]),
        ("Rate card",
        [
            (["Enter", "↓"], "The cell below"),
            (["Shift", "Enter"], "The cell above"),
            (["Esc"], "Take back what was typed in the cell"),
            (["Ctrl", "Z"], "Undo"),
            (["Ctrl", "Y"], "Redo"),
        ]),
    ];
}
