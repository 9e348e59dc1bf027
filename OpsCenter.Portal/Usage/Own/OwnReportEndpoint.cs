using System.Globalization;
using Microsoft.Net.Http.Headers;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Own.Pages;

namespace OpsCenter.Portal.Usage.Own;

/// <summary><c>GET /usage/report</c>: a customer's usage as a PDF file; the address says the same as the page's.</summary>
internal sealed class OwnReportEndpoint(OwnUsageQueries usages, CustomerQueries customers, CurrentActor current, TimeProvider clock)
{
    // A document of more rows is one that nobody reads; the CSV file has all.
    private const int MaxShares = 1_000;

    /// <summary>Answers a request for the file.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await WriteAsync(context, await current.GetAsync(context.RequestAborted));
        }
        catch (SignInRequiredException)
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "The session is over; sign in again.");
        }
        catch (AccessDeniedException)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "You may not see this usage.");
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, DatabaseFailure.Sentence);
        }
    }

    private async Task WriteAsync(HttpContext context, Actor actor)
    {
        var address = new OwnUsageAddress(UrlQuery.Of($"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}{context.Request.QueryString}"));
        // Nobody's: then the query refuses.
        var organization = address.CustomerId ?? (actor as Actor.User)?.OrganizationId ?? Guid.Empty;
        var usage = await usages.GetAsync(actor, organization, address.Period, address.Dimension, context.RequestAborted, MaxShares);
        var names = await customers.NamesAsync(actor, [organization], context.RequestAborted);
        var file = OwnUsageReport.Of(usage, names.GetValueOrDefault(organization, ""));
        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/pdf";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"usage-{day}.pdf" }.ToString();
        await context.Response.Body.WriteAsync(file, context.RequestAborted);
    }

    private static async Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}
