using System.Globalization;
using System.Text;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>The rate card as a file for the signed-in reader's browser.</summary>
internal static class RateCardExportEndpoint
{
    public static void MapRateCardExport(this IEndpointRouteBuilder app) =>
        app.MapGet(PortalUrls.RateCardExport, HandleAsync).RequireAuthorization();

    private static async Task<IResult> HandleAsync(HttpContext context, ExportRateCard export, CurrentActor current)
    {
        string? asked = context.Request.Query[PortalUrls.RateCardVersionParameter];
        var isNumber = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var version);

        if (asked is not null && !isNumber)
        {
            return Results.NotFound();
        }

        try
        {
            var actor = await current.GetAsync(context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";

            return await export.HandleAsync(actor, isNumber ? version : null, context.RequestAborted) is { } file
                ? Results.File(Encoding.UTF8.GetBytes(file.Text), "application/yaml", file.Name)
                : Results.NotFound();
        }
        catch (AccessDeniedException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        catch (SignInRequiredException)
        {
            return Results.LocalRedirect(PortalUrls.SignInThenReturnTo(PortalUrls.RateCard));
        }
    }
}
