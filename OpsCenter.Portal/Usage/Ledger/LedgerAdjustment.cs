using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Ledger;

/// <summary>An entry that no job made: what rounding an invoice line added, or what the billing engine gives back.</summary>
/// <param name="Id">Stands where the job stands in other entries.</param>
/// <param name="Kind">Residue or credit.</param>
/// <param name="OrganizationId">Whose money.</param>
/// <param name="BillingPeriodId">The open period it is billed in.</param>
/// <param name="Period">First day of that period.</param>
/// <param name="Amount">Residue: with its sign; credit: below 0.</param>
/// <param name="Reason">Why.</param>
internal sealed record LedgerAdjustment(
    Guid Id, LedgerEntryKind Kind, Guid OrganizationId, Guid BillingPeriodId, DateOnly Period, Money Amount, string Reason);
