using Microsoft.AspNetCore.Diagnostics;

namespace OpsCenter.Portal.Shell;

/// <summary>Decides who gets a page for a bare status or a failure: people do, machines do not.</summary>
public sealed class StatusAnswersMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(PortalUrls.MachineApi, StringComparison.Ordinal)
            && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        // The second run only renders a page. As a POST it would be taken for a form, and refused for lack of one.
        if (IsSecondRun(context))
            context.Request.Method = HttpMethods.Get;
        await next(context);

        // The component endpoint names its type before it refuses a form without a good token, and an answer with a type would get no page.
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentLength: null } refused)
            refused.ContentType = null;
    }

    private static bool IsSecondRun(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
