namespace OpsCenter.Portal.Hosting;

/// <summary>Section <c>Public</c>: how the portal is reached from outside.</summary>
public sealed class PublicUrlOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Public";

    /// <summary>For example <c>https://ops.example.com</c>; empty: the address of each request.</summary>
    public string BaseUrl { get; set; } = "";
}
