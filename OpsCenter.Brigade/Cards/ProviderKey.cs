namespace OpsCenter.Brigade.Cards;

/// <summary>A customer's own key of a provider.</summary>
/// <param name="Provider">For example <c>openai</c>.</param>
/// <param name="Key">The secret. Sent to the provider, never written anywhere.</param>
public sealed record ProviderKey(string Provider, string Key)
{
    /// <summary>The provider alone, so that a key never gets into a log by accident.</summary>
    public override string ToString() => Provider;
}
