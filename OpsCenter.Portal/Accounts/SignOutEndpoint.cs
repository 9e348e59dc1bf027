using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Accounts;

/// <summary>Ends the session of the browser that asks.</summary>
internal static class SignOutEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context, IAntiforgery antiforgery)
    {
        // A session that is over already leaves nothing to protect, and its form's token would no longer fit.
        if (context.User.Identity is { IsAuthenticated: true } && !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        await context.SignOutAsync(SessionCookie.SchemeName);

        return Results.LocalRedirect(PortalUrls.SignIn);
    }
}
