using MudBlazor;
using MudBlazor.Services;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Search;

namespace OpsCenter.Portal.Shell;

/// <summary>Everything a browser sees around the pages: components, theme, error pages, security headers, static files.</summary>
public static class ShellRegistration
{
    public static IServiceCollection AddPortalShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddScoped<ISearchSource, PageSearch>();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            options.SnackbarConfiguration.MaximumOpacity = 100;
            options.SnackbarConfiguration.PreventDuplicates = false;
            options.SnackbarConfiguration.VisibleStateDuration = 5_000;
            options.SnackbarConfiguration.ShowTransitionDuration = 150;
            options.SnackbarConfiguration.HideTransitionDuration = 150;
        });
        return services;
    }

    /// <summary>First in the pipeline: what must surround every answer. Authentication, authorisation and antiforgery follow it.</summary>
    public static WebApplication UsePortalShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(PortalUrls.Error, createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute($"{PortalUrls.Status}/{{0}}", createScopeForStatusCodePages: true);
        app.UseMiddleware<StatusAnswersMiddleware>();
        return app;
    }

    public static WebApplication MapPortalShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        // Our own policy already says frame-ancestors 'none'; a second header would only weaken what a reader can be sure of.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
