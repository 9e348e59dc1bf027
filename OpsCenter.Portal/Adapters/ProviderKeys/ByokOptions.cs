namespace OpsCenter.Portal.Adapters.ProviderKeys;

/// <summary>Where customers' provider keys are tried; section <c>Byok</c>.</summary>
public sealed class ByokOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Byok";

    /// <summary>By provider, as the rate card names it. A provider that is not named is not tried.</summary>
    public Dictionary<string, ByokProviderOptions> Providers { get; init; } = [];
}
