namespace OpsCenter.Portal.Usage.Credits;

/// <summary>What became of giving a credit.</summary>
public abstract record GiveCreditOutcome
{
    private GiveCreditOutcome()
    {
    }

    /// <summary>It is in the ledger.</summary>
    public sealed record Given : GiveCreditOutcome;

    /// <summary>The amount cannot be given.</summary>
    /// <param name="Message">What to do about it.</param>
    public sealed record AmountRefused(string Message) : GiveCreditOutcome;

    /// <summary>The reason cannot be used.</summary>
    /// <param name="Message">What to do about it.</param>
    public sealed record ReasonRefused(string Message) : GiveCreditOutcome;

    /// <summary>There is no such customer or job, or it was credited already.</summary>
    /// <param name="Message">What happened.</param>
    public sealed record Refused(string Message) : GiveCreditOutcome
    {
        /// <summary>Whether the job has a credit already.</summary>
        public bool IsCreditedAlready { get; init; }
    }
}
