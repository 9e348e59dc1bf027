namespace OpsCenter.Domain.ProviderKeys;

/// <summary>What came of trying a customer's key, for its owner.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">A sentence; never the key, never what the provider wrote.</param>
public sealed record ProviderKeyTest(ProviderKeyTestOutcome Outcome, string Detail);
