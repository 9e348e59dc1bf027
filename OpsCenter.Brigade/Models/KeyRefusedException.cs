namespace OpsCenter.Brigade.Models;

/// <summary>A provider refused the customer's own key. The message names the provider, never the key.</summary>
/// <param name="provider">The provider.</param>
public sealed class KeyRefusedException(string provider) : Exception($"{provider} refused the customer's own key.")
{
    /// <summary>The provider.</summary>
    public string Provider { get; } = provider;
}
