using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OpsCenter.Domain.Integrations;
using Polly.Timeout;

namespace OpsCenter.Portal.Adapters.Brigade;

/// <summary>Brigade over HTTP.</summary>
internal sealed class HttpBrigade(IHttpClientFactory clients, IOptions<BrigadeOptions> options, BrigadeKey key) : IBrigadeGateway
{
    /// <summary>Name of its client.</summary>
    public const string ClientName = "Brigade";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <inheritdoc />
    public Uri? Address => options.Value.Address;

    /// <inheritdoc />
    public Task<BrigadeAnswer<BrigadeCard>> RefreshAsync(CancellationToken cancellationToken) => AskAsync<CardJson, BrigadeCard>(
        HttpMethod.Post, "api/v1/config/refresh", card => card.CardVersion < 1 ? null : new BrigadeCard(card.CardVersion, card.FetchedAt, card.Changed), cancellationToken);

    /// <inheritdoc />
    public Task<BrigadeAnswer<BrigadeStatus>> StatusAsync(CancellationToken cancellationToken) =>
        AskAsync<StatusJson, BrigadeStatus>(HttpMethod.Get, "api/v1/status", status => status.ToStatus(), cancellationToken);

    private async Task<BrigadeAnswer<T>> AskAsync<TJson, T>(HttpMethod method, string path, Func<TJson, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        if (Address is not { } address)
            return new BrigadeAnswer<T>.NotConnected();

        try
        {
            using var client = clients.CreateClient(ClientName);
            using var request = new HttpRequestMessage(method, new Uri(address, path));
            request.Headers.Authorization = key.Current is { } bearer ? new AuthenticationHeaderValue("Bearer", bearer) : null;
            using var response = await client.SendAsync(request, cancellationToken);

            if (response.StatusCode is not HttpStatusCode.OK)
                return new BrigadeAnswer<T>.Failed(WordsFor(response.StatusCode));

            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var answer = await JsonSerializer.DeserializeAsync<TJson>(body, Json, cancellationToken);

            return answer is not null && read(answer) is { } value ? new BrigadeAnswer<T>.Given(value) : Nonsense<T>(address);
        }
        catch (JsonException)
        {
            return Nonsense<T>(address);
        }
        catch (HttpRequestException failure)
        {
            return new BrigadeAnswer<T>.Failed(WordsFor(failure, address));
        }
        catch (Exception late) when (late is TimeoutRejectedException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new BrigadeAnswer<T>.Failed($"Brigade at {address} did not answer in time.");
        }
    }

    private static BrigadeAnswer<T> Nonsense<T>(Uri address) =>
        new BrigadeAnswer<T>.Failed($"What answers at {address} does not speak like Brigade. Is Brigade:Url right?");

    private static string WordsFor(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "Brigade refuses our key. Brigade:Key must be the same here and there.",
        HttpStatusCode.NotFound => "Brigade does not know this question. Is Brigade:Url right, and its version recent enough?",
        HttpStatusCode.ServiceUnavailable => "Brigade is up, but cannot fetch the rate card right now.",
        _ => $"Brigade answered with HTTP status {(int)status}.",
    };

    private static string WordsFor(HttpRequestException failure, Uri address) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"The name {address.Host} is not known. Is Brigade:Url right?",
        HttpRequestError.SecureConnectionError => $"There is no secure connection to {address}: {failure.InnerException?.Message ?? failure.Message}",
        HttpRequestError.ConfigurationLimitExceeded => $"What answers at {address} says more than Brigade would.",
        _ => $"Brigade does not answer at {address}. Is it running?",
    };
}
