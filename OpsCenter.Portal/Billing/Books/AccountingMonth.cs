namespace OpsCenter.Portal.Billing.Books;

/// <summary>A month of the books.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="LockedAt">When it was locked; null while it is open.</param>
/// <param name="LockedBy">Who locked it.</param>
/// <param name="CanBeLocked">Whether it is the next one to be locked: over, and all before it are.</param>
/// <param name="Documents">Invoices and credit notes that are dated into it.</param>
public sealed record AccountingMonth(DateOnly Month, DateTimeOffset? LockedAt, string LockedBy, bool CanBeLocked, long Documents);
