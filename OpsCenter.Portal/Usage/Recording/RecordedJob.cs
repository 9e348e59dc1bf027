using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>The first answer about a job.</summary>
/// <param name="EventId">Our identity of the job; names its receipt.</param>
/// <param name="JobId">The source's key; null when it gave none.</param>
/// <param name="RateCardVersion">The version that priced it, or that lacked a price.</param>
/// <param name="CurrencyCode">The card's currency.</param>
/// <param name="Byok">Whether the customer's own key paid the model.</param>
/// <param name="Fees">What it costs the customer; null while it is held.</param>
/// <param name="HoldReason">Why it is held; null when it is priced.</param>
public sealed record RecordedJob(
    Guid EventId, string? JobId, int RateCardVersion, string CurrencyCode, bool Byok, RecordedFees? Fees, HoldReason? HoldReason);
