namespace OpsCenter.Domain.Routing;

/// <summary>Why the job of a customer who has a provider key runs on a paid route.</summary>
public enum ByokFallback
{
    /// <summary>The provider refused the key while the job ran.</summary>
    KeyRefused,

    /// <summary>The runtime was not given the key, or it could not be decrypted.</summary>
    KeyUnreadable,

    /// <summary>The customer's plan has no BYOK.</summary>
    NotInPlan,

    /// <summary>No active route of the keys' providers allows BYOK.</summary>
    NoRoute,
}
