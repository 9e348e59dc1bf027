namespace OpsCenter.Portal.Security.Credentials;

/// <summary>How long the old secret still works after a rotation.</summary>
public enum RotationOverlap
{
    /// <summary>Not at all: for a secret that became known.</summary>
    None,

    /// <summary>An hour.</summary>
    OneHour,

    /// <summary>24 hours.</summary>
    OneDay,

    /// <summary>7 days.</summary>
    OneWeek,
}
