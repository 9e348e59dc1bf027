using Npgsql;
using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Outbox;

/// <summary>
/// Takes news from the payment provider: believed only with a fresh signature over the bytes that came, kept once whatever is sent twice,
/// answered at once. What it means is worked out later.
/// </summary>
internal static partial class PaymentWebhook
{
    /// <summary>Where the provider posts.</summary>
    public const string Route = "/webhooks/payments";

    /// <summary>Name of the provider's news in the inbox.</summary>
    public const string Source = "payments";

    private const int MostBytes = 256 * 1024;

    public static async Task<IResult> HandleAsync(
        HttpContext context, IPaymentGateway gateway, NpgsqlDataSource database, InboxBell bell, TimeProvider clock, ILogger<InboxDispatcher> logger)
    {
        var now = clock.GetUtcNow();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);

        if (body.Length is 0 or > MostBytes)
            return Results.BadRequest();

        var signature = context.Request.Headers[gateway.SignatureHeader].ToString();

        if (await gateway.VerifyAsync(body.GetBuffer().AsMemory(0, (int)body.Length), signature, now, context.RequestAborted) is not { } news)
        {
            LogForged(logger, context.Connection.RemoteIpAddress?.ToString() ?? "");

            return Results.BadRequest();
        }

        if (await InboxTable.AddAsync(database, Source, news, now, context.RequestAborted))
            bell.Ring();

        return Results.Ok();
    }

    [LoggerMessage(2203, LogLevel.Warning, "A payment event from {Address} was refused: its signature is missing, wrong or too old")]
    private static partial void LogForged(ILogger logger, string address);
}
