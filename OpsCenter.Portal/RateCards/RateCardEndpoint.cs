using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.RateCards;

/// <summary><c>GET /api/v1/pricing/rate-card</c>: the card for machines, with an ETag so that polling costs nothing.</summary>
internal static class RateCardEndpoint
{
    public static void MapRateCardEndpoint(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/pricing/rate-card", HandleAsync).RequireMachine(MachineScopes.RateCardRead);

    private static async Task HandleAsync(HttpContext context, ReadRateCard read)
    {
        var actor = context.GetMachineActor();

        if (RateCardRequest.Parse(context.Request.Query, out var errors) is not { } request)
        {
            await MachineProblem.WriteAsync(
                context, StatusCodes.Status422UnprocessableEntity, "invalid_query", "The query is not valid.", errors: errors);
        }
        else if (request.IncludesByokKeys && !AccessPolicy.Allows(actor, Permission.ReadByokKeys))
        {
            await MachineProblem.WriteAsync(
                context, StatusCodes.Status403Forbidden, "missing_scope", "The credential lacks the scope byok:read.");
        }
        else if (await read.CardAsync(actor, request.Version, context.RequestAborted) is not { } card)
        {
            await MachineProblem.WriteAsync(context, StatusCodes.Status404NotFound, "unknown_version", "No rate card has this version.");
        }
        else if (request.CustomerId is null)
        {
            await AnswerAsync(context, RateCardDocument.Of(card), $"rc-{card.Version}");
        }
        else if (await read.CustomerAsync(actor, request.CustomerId, request.IncludesByokKeys, context.RequestAborted) is not { } customer)
        {
            await MachineProblem.WriteAsync(context, StatusCodes.Status404NotFound, "unknown_customer", "No customer has this id.");
        }
        else
        {
            var body = RateCardDocument.Of(card, customer, request);
            await AnswerAsync(context, body, request.IncludesAnything ? null : $"rc-{card.Version}-{Fingerprint(body)}");
        }
    }

    private static async Task AnswerAsync(HttpContext context, ReadOnlyMemory<byte> body, string? tag)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { NoCache = tag is not null, NoStore = tag is null, Private = true };

        if (tag is not null)
        {
            headers.ETag = new EntityTagHeaderValue($"\"{tag}\"");

            if (Matches(context.Request, headers.ETag))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;

                return;
            }
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static bool Matches(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(sent =>
            sent.Equals(EntityTagHeaderValue.Any) || sent.Compare(tag, useStrongComparison: false));

    private static string Fingerprint(ReadOnlyMemory<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 8));
}
