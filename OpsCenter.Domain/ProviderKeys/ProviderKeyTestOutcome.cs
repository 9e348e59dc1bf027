namespace OpsCenter.Domain.ProviderKeys;

/// <summary>What came of trying a customer's key.</summary>
public enum ProviderKeyTestOutcome
{
    /// <summary>The provider takes it.</summary>
    Accepted,

    /// <summary>The provider does not take it: jobs are not run on it.</summary>
    Refused,

    /// <summary>The provider did not answer, or not as expected: nothing is known.</summary>
    Unreachable,

    /// <summary>This installation has no connection to the provider: the first job will tell.</summary>
    NotTested,
}
