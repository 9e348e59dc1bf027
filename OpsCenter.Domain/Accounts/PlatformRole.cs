namespace OpsCenter.Domain.Accounts;

/// <summary>Role of an operator on the whole platform.</summary>
public enum PlatformRole
{
    /// <summary>Sees and changes everything.</summary>
    Admin,

    /// <summary>Sees everything about money, changes nothing.</summary>
    Finance,

    /// <summary>Sees everything about customers and jobs, changes nothing.</summary>
    Support,
}
