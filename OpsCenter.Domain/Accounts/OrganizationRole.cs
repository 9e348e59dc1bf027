namespace OpsCenter.Domain.Accounts;

/// <summary>Role of a person in a customer's organisation.</summary>
public enum OrganizationRole
{
    /// <summary>Everything, the contract included.</summary>
    Owner,

    /// <summary>Everything but the contract.</summary>
    Admin,

    /// <summary>Invoices and payment methods.</summary>
    Billing,

    /// <summary>Uses agents and sees the organisation's usage.</summary>
    Member,
}
