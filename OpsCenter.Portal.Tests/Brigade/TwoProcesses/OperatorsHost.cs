using Microsoft.AspNetCore.Hosting;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Brigade.TwoProcesses;

/// <summary>A second instance of the portal on the same database, inside the test: what operators and customers do, they do here.</summary>
internal sealed class OperatorsHost(string connectionString, Uri brigade) : PortalHost(connectionString)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Brigade:Url", brigade.ToString());
    }
}
