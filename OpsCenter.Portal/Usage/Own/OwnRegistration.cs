using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Usage.Own.Home;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>What a customer's overview and usage page need.</summary>
public static class OwnRegistration
{
    /// <summary>Registers their queries and files; billing, subscriptions, jobs and the database must be registered as well.</summary>
    public static IServiceCollection AddOwnUsage(this IServiceCollection services) => services
        .AddSingleton<OwnUsageQueries>()
        .AddSingleton<OwnHomeQueries>()
        .AddSingleton<IListExport, OwnUsageExport>()
        .AddScoped<OwnReportEndpoint>();

    /// <summary>The session is asked by the endpoint: a redirect to the sign-in page would be saved as the file.</summary>
    public static void MapOwnUsage(this IEndpointRouteBuilder app) => app
        .MapGet(PortalUrls.UsageReport, (HttpContext context, OwnReportEndpoint endpoint) => endpoint.HandleAsync(context))
        .AllowAnonymous();
}
