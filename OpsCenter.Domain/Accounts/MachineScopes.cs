namespace OpsCenter.Domain.Accounts;

/// <summary>What a machine credential may do. The text forms are <c>usage:write</c>, <c>rate-card:read</c> and <c>byok:read</c>.</summary>
[Flags]
public enum MachineScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Report usage.</summary>
    UsageWrite = 1,

    /// <summary>Read the rate card.</summary>
    RateCardRead = 2,

    /// <summary>Read customers' provider keys.</summary>
    ByokRead = 4,
}
