namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What an operator is asked before an act on a subscription.</summary>
/// <param name="Title">Asks with the verb.</param>
/// <param name="Effect">What happens then.</param>
/// <param name="Verb">The button, which repeats the verb.</param>
public sealed record DeskQuestion(string Title, string Effect, string Verb)
{
    /// <summary>Plans to choose from; empty for none.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Label of the amount; null when none is asked for.</summary>
    public string? AmountLabel { get; init; }

    /// <summary>The amount as it is.</summary>
    public string Amount { get; init; } = "";

    /// <summary>Whether a reason is asked for.</summary>
    public bool AsksReason { get; init; }

    /// <summary>Paints the button red.</summary>
    public bool IsDestructive { get; init; }
}
