namespace OpsCenter.Portal.Security;

/// <summary>The first machine credential, with which Brigade calls.</summary>
public sealed class BrigadeKeyOptions
{
    /// <summary>Setting of <see cref="Secret"/>.</summary>
    public const string Key = "OPSCENTER_BRIGADE_KEY";

    /// <summary>Fewest characters of a given secret.</summary>
    public const int MinLength = 24;

    /// <summary>
    /// The secret, <see cref="MinLength"/> characters or more that fit into a header; null to have one generated at the first start.
    /// </summary>
    public string? Secret { get; set; }
}
