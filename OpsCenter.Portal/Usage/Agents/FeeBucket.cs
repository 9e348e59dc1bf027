using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Agents;

/// <summary>Jobs of about the same price: the same two leading digits.</summary>
/// <param name="Floor">The least a job of it may have cost; see <see cref="FeeFloor"/>.</param>
/// <param name="Jobs">How many.</param>
/// <param name="Total">What they cost together.</param>
public sealed record FeeBucket(decimal Floor, long Jobs, decimal Total);
