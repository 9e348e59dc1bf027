namespace OpsCenter.Portal.Security.Credentials;

/// <summary>What a machine credential is good for at a moment.</summary>
public enum MachineCredentialState
{
    /// <summary>Works, without an end.</summary>
    Active,

    /// <summary>Works until a moment that is set.</summary>
    Expiring,

    /// <summary>Its end has come.</summary>
    Expired,

    /// <summary>An operator ended it.</summary>
    Revoked,
}
