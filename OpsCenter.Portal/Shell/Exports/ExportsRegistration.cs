namespace OpsCenter.Portal.Shell.Exports;

/// <summary>Registers exports; each capability registers its lists as <see cref="IListExport"/>.</summary>
public static class ExportsRegistration
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<ExportRuns>()
        .AddScoped<ExportEndpoint>();

    /// <summary>The session is asked by the endpoint: a redirect to the sign-in page would be saved as the file.</summary>
    public static void MapExports(this IEndpointRouteBuilder app) => app
        .MapGet($"{PortalUrls.Exports}/{{list}}", (HttpContext context, string list, ExportEndpoint endpoint) => endpoint.HandleAsync(context, list))
        .AllowAnonymous();
}
