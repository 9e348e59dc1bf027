using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Byok;

/// <summary>The jobs of one route on a customer's own key, net of corrections.</summary>
/// <param name="Route">The route; empty for a sum.</param>
/// <param name="Jobs">Charged jobs.</param>
/// <param name="UnknownJobs">Those whose route is on no rate card: nobody can say what they avoided.</param>
/// <param name="PlatformFee">What was charged: agent and tools.</param>
/// <param name="AvoidedFee">The model fee that the same jobs would have had on the paid route, by the version that priced them.</param>
public sealed record ByokRow(string Route, long Jobs, long UnknownJobs, Money PlatformFee, Money AvoidedFee);
