using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>Posts one event to the portal itself, as a provider would from outside.</summary>
internal sealed partial class TestEventPost(
    IHttpClientFactory clients, IServer server, TestSecret secret, TimeProvider clock, ILogger<TestEventPost> logger)
{
    /// <summary>Signs it now, so that a late try is as good as the first.</summary>
    /// <returns>Whether it was taken.</returns>
    public async Task<bool> TryPostAsync(byte[] body, CancellationToken cancellationToken)
    {
        if (OwnAddress() is not { } portal)
            return false;

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(portal, PaymentWebhook.Route)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(TestSignature.Header, TestSignature.Sign(await secret.GetAsync(cancellationToken), body, clock.GetUtcNow()));

        try
        {
            using var client = clients.CreateClient(nameof(TestEventPost));
            using var answer = await client.SendAsync(request, cancellationToken);

            if (!answer.IsSuccessStatusCode)
                LogRefused((int)answer.StatusCode);

            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException failure)
        {
            LogNotReached(failure.Message);

            return false;
        }
    }

    // Listening on every address includes the machine's own.
    private Uri? OwnAddress()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var chosen = addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal)) ?? addresses.FirstOrDefault();

        return chosen is null ? null : new Uri(chosen
            .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//+", "//127.0.0.1", StringComparison.Ordinal));
    }

    [LoggerMessage(2212, LogLevel.Warning, "The portal refused an event of the test gateway with {Status}; it is sent again later")]
    private partial void LogRefused(int status);

    [LoggerMessage(2213, LogLevel.Warning, "An event of the test gateway did not reach the portal ({Reason}); it is sent again later")]
    private partial void LogNotReached(string reason);
}
