using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>The portal as it runs at a customer's, but for the limits on sign-in: all tests of a class come from one address.</summary>
public sealed class BrowserHost : PortalHost
{
    public BrowserHost()
    {
    }

    /// <summary>One of several on a database that the test brings.</summary>
    internal BrowserHost(string connectionString)
        : base(connectionString)
    {
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment(Environments.Production);
        // Outside of Development, files that are not published yet are found through the build's list of them.
        builder.UseStaticWebAssets();
        builder.UseSetting("SignIn:TriesPerAddressPerMinute", "10000");
        builder.UseSetting("SignIn:TriesPerAccountPerMinute", "10000");
    }
}
