using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>A price that an operator has to approve first.</summary>
/// <param name="Version">The version that would price the job.</param>
/// <param name="Total">What the customer would pay.</param>
public sealed record HoldProposal(int Version, Money Total);
