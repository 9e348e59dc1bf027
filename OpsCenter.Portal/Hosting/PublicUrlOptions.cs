namespace OpsCenter.Portal.Hosting;

/// <summary>Section <c>Public</c>: how the portal is reached from outside.</summary>
public sealed class PublicUrlOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Public";

    /// <summary>For example <c>https://ops.example.com</c>; empty: the address of each request.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>
    /// Addresses or networks (<c>10.0.0.0/8</c>) of proxies whose <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed; none by
    /// default, so that nobody can pretend to come from elsewhere.
    /// </summary>
    public string[] TrustedProxies { get; set; } = [];
}
