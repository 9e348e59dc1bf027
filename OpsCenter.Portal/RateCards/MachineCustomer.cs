using OpsCenter.Portal.ProviderKeys;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.RateCards;

/// <summary>What a machine is told of a customer.</summary>
/// <param name="Entitlements">What the customer may do.</param>
/// <param name="ProviderKeys">The customer's own keys that jobs may run on; with their secrets when those were asked for.</param>
public sealed record MachineCustomer(CustomerEntitlements Entitlements, IReadOnlyList<UsableProviderKey> ProviderKeys);
