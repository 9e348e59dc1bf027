namespace OpsCenter.Portal.Organizations;

/// <summary>What came of creating a customer.</summary>
public abstract record CreateCustomerOutcome
{
    private CreateCustomerOutcome()
    {
    }

    /// <summary>There is a new customer.</summary>
    /// <param name="Id">Its identity.</param>
    /// <param name="Name">Its name as kept, without spaces around it.</param>
    public sealed record Created(Guid Id, string Name) : CreateCustomerOutcome;

    /// <summary>The name cannot be used.</summary>
    /// <param name="Problem">Why, as a sentence.</param>
    public sealed record Invalid(string Problem) : CreateCustomerOutcome;
}
