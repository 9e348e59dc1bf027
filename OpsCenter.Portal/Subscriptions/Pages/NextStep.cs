namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What happens next to a subscription if nobody does anything.</summary>
internal enum NextStep
{
    /// <summary>It renews as it is.</summary>
    Renews,

    /// <summary>It changes to another plan or interval.</summary>
    Changes,

    /// <summary>It ends, because it was cancelled.</summary>
    EndsCancelled,

    /// <summary>It ends, because it is a trial.</summary>
    TrialEnds,

    /// <summary>It waits for its first payment.</summary>
    Waits,

    /// <summary>Nothing: it is over.</summary>
    Ended,
}
