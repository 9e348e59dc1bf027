namespace OpsCenter.Portal.Billing.Periods;

/// <summary>What became of giving included usage.</summary>
public abstract record GrantPromotionOutcome
{
    private GrantPromotionOutcome()
    {
    }

    /// <summary>It covers jobs from now on.</summary>
    public sealed record Given : GrantPromotionOutcome;

    /// <summary>A field cannot be used.</summary>
    /// <param name="Field">Which.</param>
    /// <param name="Message">What to do about it.</param>
    public sealed record Invalid(GrantPromotionField Field, string Message) : GrantPromotionOutcome;

    /// <summary>There is no such customer.</summary>
    /// <param name="Message">What happened.</param>
    public sealed record Refused(string Message) : GrantPromotionOutcome;
}
