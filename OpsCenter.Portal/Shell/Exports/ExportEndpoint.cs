using System.Globalization;
using Microsoft.Net.Http.Headers;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Shell.Exports;

/// <summary><c>GET /exports/{list}</c>: a list as filtered, as a CSV file that is written while it is read.</summary>
internal sealed partial class ExportEndpoint(
    IEnumerable<IListExport> exports, ExportRuns runs, CurrentActor current, TimeProvider clock, ILogger<ExportEndpoint> logger)
{
    /// <summary>Query parameter: the run a dialog watches.</summary>
    public const string RunName = "run";

    /// <summary>Answers a request for a file.</summary>
    public async Task HandleAsync(HttpContext context, string list)
    {
        if (exports.FirstOrDefault(known => known.Name == list) is not { } export)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such list.");
        }
        else if (await ActorAsync(context.RequestAborted) is not { } actor)
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "The session is over; sign in again.");
        }
        else
        {
            var query = UrlQuery.Of($"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}{context.Request.QueryString}");
            var run = query.Id(RunName) is { } id ? runs.Find(actor, id) : runs.Find(actor, Guid.CreateVersion7(clock.GetUtcNow()));

            if (run is null || !runs.TryStart(run))
                await RefuseAsync(context, StatusCodes.Status429TooManyRequests, "Too many exports run at the same time; wait for one to end.");
            else
                await RunAsync(context, export, actor, query, run);
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(sentence, context.RequestAborted);
    }

    private async Task<Actor?> ActorAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await current.GetAsync(cancellationToken);
        }
        catch (SignInRequiredException)
        {
            return null;
        }
    }

    private async Task RunAsync(HttpContext context, IListExport export, Actor actor, UrlQuery query, ExportRun run)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, run.Stopping);

        try
        {
            await WriteAsync(context.Response, export, export.Open(actor, query, ending.Token), run, ending.Token);
            run.End(ExportState.Done);
        }
        catch (AccessDeniedException)
        {
            run.End(ExportState.Failed);
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "You may not see this list.");
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            run.End(ExportState.Cancelled);
            // A file that ends early must not look like a whole one.
            context.Abort();
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            run.End(ExportState.Failed);
            LogBroken(export.Name, run.Rows, exception);
            context.Abort();
        }
        finally
        {
            run.End(ExportState.Failed);
        }
    }

    // Nothing is sent before the first row is read: until then a refusal can still be told.
    private async Task WriteAsync(HttpResponse response, IListExport export, ExportSheet sheet, ExportRun run, CancellationToken cancellationToken)
    {
        await using var rows = sheet.Rows.GetAsyncEnumerator(cancellationToken);
        var hasRow = await rows.MoveNextAsync();
        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{export.Name}-{day}.csv" }.ToString();
        var csv = new CsvWriter(response.Body);
        await csv.WriteAsync([.. sheet.Columns.Select(CsvCell.Text)], cancellationToken);

        for (; hasRow; hasRow = await rows.MoveNextAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await csv.WriteAsync(rows.Current, cancellationToken);
            run.Count();
        }

        await csv.FlushAsync(cancellationToken);
    }

    [LoggerMessage(1611, LogLevel.Warning, "Export of {List} broke off after {Rows} rows")]
    private partial void LogBroken(string list, long rows, Exception exception);
}
