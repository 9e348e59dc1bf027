namespace OpsCenter.Portal.Usage.Holds;

/// <summary>What came of resolving holds or of its preview.</summary>
public abstract record HoldOutcome
{
    private HoldOutcome()
    {
    }

    /// <summary>It can be done; nothing is done yet.</summary>
    /// <param name="Preview">What it will do.</param>
    public sealed record Ready(HoldPreview Preview) : HoldOutcome;

    /// <summary>It is done, all of it.</summary>
    /// <param name="Effect">What it did.</param>
    public sealed record Done(HoldEffect Effect) : HoldOutcome;

    /// <summary>Nothing was done.</summary>
    /// <param name="Refusal">What kind of reason.</param>
    /// <param name="Explanation">The reason as a sentence for the reader.</param>
    public sealed record Refused(HoldRefusal Refusal, string Explanation) : HoldOutcome;
}
