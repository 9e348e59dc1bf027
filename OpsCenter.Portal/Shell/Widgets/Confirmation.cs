namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>A question before an act.</summary>
/// <param name="Title">Asks with the verb: "Suspend Acme?".</param>
/// <param name="Effect">What happens then: "3 agents stop taking jobs at once."</param>
/// <param name="Verb">The button, which repeats the verb: "Suspend".</param>
/// <param name="BusyVerb">The same while it runs: "Suspending…".</param>
/// <param name="Act">Does it. Returns null when done, else a sentence for the reader; the dialog then stays open.</param>
/// <param name="IsDestructive">Paints the button red.</param>
/// <param name="CancelVerb">The safe way out.</param>
public sealed record Confirmation(
    string Title,
    string Effect,
    string Verb,
    string BusyVerb,
    Func<CancellationToken, Task<string?>> Act,
    bool IsDestructive = false,
    string CancelVerb = "Cancel");
