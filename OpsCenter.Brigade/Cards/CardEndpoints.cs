namespace OpsCenter.Brigade.Cards;

/// <summary>What Ops-Center calls when the rate card changed.</summary>
internal static class CardEndpoints
{
    public static void MapCards(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/config/refresh", () => Results.StatusCode(StatusCodes.Status501NotImplemented));
}
