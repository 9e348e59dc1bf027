namespace OpsCenter.Portal.Usage.Holds;

/// <summary>An open hold as an operator saw it. Whoever acts on it says so, and is refused when it has changed since.</summary>
/// <param name="EventId">The job.</param>
/// <param name="OrganizationId">The customer it had then; null when it had none.</param>
/// <param name="Proposal">The price that waited for approval then; null when none did.</param>
public sealed record SeenHold(Guid EventId, Guid? OrganizationId, HoldProposal? Proposal);
