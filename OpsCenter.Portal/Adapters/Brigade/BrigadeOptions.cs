namespace OpsCenter.Portal.Adapters.Brigade;

/// <summary>The Brigade that the portal calls.</summary>
public sealed class BrigadeOptions
{
    /// <summary>Name of their section.</summary>
    public const string Section = "Brigade";

    /// <summary>Its address, <c>http://localhost:8100</c>; empty: none is connected.</summary>
    public string Url { get; set; } = "";

    /// <summary>What it wants as bearer; empty: the first machine credential, which it has itself.</summary>
    public string Key { get; set; } = "";

    /// <summary>The address as one; null when none is set.</summary>
    internal Uri? Address => Uri.TryCreate(Url.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    internal bool HasUsableUrl => string.IsNullOrWhiteSpace(Url) || Address is { UserInfo: "", Query: "", Fragment: "" };

    internal bool HasUsableKey => Key.All(c => c is > ' ' and <= '~');
}
