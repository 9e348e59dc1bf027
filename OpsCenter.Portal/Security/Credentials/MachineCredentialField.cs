namespace OpsCenter.Portal.Security.Credentials;

/// <summary>What an operator enters about a machine credential.</summary>
public enum MachineCredentialField
{
    /// <summary>What people call it.</summary>
    Name,

    /// <summary>Name under which its job keys are unique.</summary>
    Source,

    /// <summary>What it may do.</summary>
    Scopes,

    /// <summary>Calls per second.</summary>
    PermitsPerSecond,

    /// <summary>Calls at once.</summary>
    Burst,

    /// <summary>When it ends.</summary>
    ExpiresAt,
}
