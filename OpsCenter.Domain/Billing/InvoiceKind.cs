namespace OpsCenter.Domain.Billing;

/// <summary>Why an invoice is issued.</summary>
public enum InvoiceKind
{
    /// <summary>A subscription begins: its first plan fee, paid at checkout.</summary>
    First,

    /// <summary>A plan is changed within a period: the difference for the days that are left.</summary>
    Upgrade,

    /// <summary>Much usage is unbilled before the period is over: a part of it in advance.</summary>
    Interim,

    /// <summary>A period is closed: its usage, and the plan fee of the next one.</summary>
    Period,
}
