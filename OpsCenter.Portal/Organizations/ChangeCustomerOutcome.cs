namespace OpsCenter.Portal.Organizations;

/// <summary>What came of renaming, suspending or resuming a customer.</summary>
public abstract record ChangeCustomerOutcome
{
    private ChangeCustomerOutcome()
    {
    }

    /// <summary>It is as asked for.</summary>
    /// <param name="Customer">How it is now.</param>
    public sealed record Done(CustomerRow Customer) : ChangeCustomerOutcome;

    /// <summary>The name cannot be used; nothing changed.</summary>
    /// <param name="Problem">Why, as a sentence.</param>
    public sealed record Invalid(string Problem) : ChangeCustomerOutcome;

    /// <summary>Somebody else changed the customer after the reader saw it; nothing was overwritten.</summary>
    /// <param name="Customer">How it is now; with it the act can be repeated.</param>
    /// <param name="WhatChanged">A sentence that names the change.</param>
    public sealed record ChangedMeanwhile(CustomerRow Customer, string WhatChanged) : ChangeCustomerOutcome;

    /// <summary>There is no such customer.</summary>
    public sealed record NotFound : ChangeCustomerOutcome;
}
