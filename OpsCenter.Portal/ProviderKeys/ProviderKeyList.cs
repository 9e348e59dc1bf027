namespace OpsCenter.Portal.ProviderKeys;

/// <summary>The provider keys of a customer.</summary>
/// <param name="Keys">Those in use, by provider.</param>
/// <param name="Providers">Providers whose models may run on customers' own keys, by the rate card in force.</param>
/// <param name="PlanAllows">Whether the customer's plan includes own keys; without it they are kept and not used.</param>
public sealed record ProviderKeyList(IReadOnlyList<ProviderKey> Keys, IReadOnlyList<string> Providers, bool PlanAllows)
{
    /// <summary>Providers for which a key can be added.</summary>
    public IEnumerable<string> Missing => Providers.Except(Keys.Select(key => key.Provider));
}
