using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Cards;

/// <summary>What Ops-Center calls when the rate card changed.</summary>
internal static class CardEndpoints
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static void MapCards(this IEndpointRouteBuilder app) => app.MapPost("/api/v1/config/refresh", RefreshAsync);

    // The answer comes after the reload, so that whoever asked knows which card the next job sees.
    private static async Task RefreshAsync(HttpContext context, CardRefresher refresher)
    {
        try
        {
            var outcome = await refresher.RefreshAsync(context.RequestAborted);
            await context.Response.WriteAsJsonAsync(
                new { card_version = outcome.CardVersion, fetched_at = outcome.FetchedAt.UtcDateTime, changed = outcome.Changed }, context.RequestAborted);
        }
        catch (CardUnavailableException reason)
        {
            await new BrigadeProblem(
                "The rate card could not be refreshed.", StatusCodes.Status503ServiceUnavailable, "card_unavailable", Retryable: true, Detail: reason.Message)
                .WriteAsync(context, RetryAfter);
        }
    }
}
