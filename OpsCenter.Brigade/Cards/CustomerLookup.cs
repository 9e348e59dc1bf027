namespace OpsCenter.Brigade.Cards;

/// <summary>The answer to a question about a customer.</summary>
public abstract record CustomerLookup
{
    private CustomerLookup()
    {
    }

    /// <summary>Ops-Center knows the customer.</summary>
    public sealed record Found(CustomerAccount Account) : CustomerLookup;

    /// <summary>Ops-Center has no customer with this id.</summary>
    public sealed record Unknown : CustomerLookup;

    /// <summary>Ops-Center could not be asked, or its answer could not be read.</summary>
    /// <param name="Reason">Why, for a person.</param>
    public sealed record Unavailable(string Reason) : CustomerLookup;
}
