namespace OpsCenter.Portal.Adapters.ProviderKeys;

/// <summary>Where one provider's keys are tried.</summary>
public sealed class ByokProviderOptions
{
    /// <summary>Base of its OpenAI-compatible interface: <c>https://api.openai.com/v1</c>. https, or http on this machine.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>The address of its list of models; null when <see cref="BaseUrl"/> is none that a key may be sent to.</summary>
    internal Uri? Models =>
        Uri.TryCreate($"{BaseUrl.TrimEnd('/')}/models", UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : null;
}
