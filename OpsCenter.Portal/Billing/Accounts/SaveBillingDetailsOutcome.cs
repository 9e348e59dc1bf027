using OpsCenter.Domain.Billing;

namespace OpsCenter.Portal.Billing.Accounts;

/// <summary>What became of saving billing details.</summary>
public abstract record SaveBillingDetailsOutcome
{
    private SaveBillingDetailsOutcome()
    {
    }

    /// <summary>The next invoice bears them.</summary>
    public sealed record Saved : SaveBillingDetailsOutcome;

    /// <summary>Nothing was saved.</summary>
    /// <param name="Problems">What is wrong, field by field.</param>
    public sealed record Refused(IReadOnlyDictionary<BillingDetailsField, string> Problems) : SaveBillingDetailsOutcome;
}
