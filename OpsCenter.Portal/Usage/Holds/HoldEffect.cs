using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>What resolving holds does, or did.</summary>
/// <param name="Jobs">How many jobs.</param>
/// <param name="Exposure">The estimate of all of them.</param>
/// <param name="Priced">How many are charged.</param>
/// <param name="PricedTotal">What they are charged together.</param>
/// <param name="Proposed">How many get a price that waits for approval.</param>
/// <param name="Waiting">How many go on waiting for a price.</param>
public sealed record HoldEffect(int Jobs, Money Exposure, int Priced, Money PricedTotal, int Proposed, int Waiting);
