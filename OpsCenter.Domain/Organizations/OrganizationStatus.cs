namespace OpsCenter.Domain.Organizations;

/// <summary>Whether a customer may start new jobs.</summary>
public enum OrganizationStatus
{
    /// <summary>Yes.</summary>
    Active,

    /// <summary>No; jobs that ran all the same are still recorded and priced.</summary>
    Suspended,
}
