using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using OpsCenter.Domain.ProviderKeys;

namespace OpsCenter.Portal.Adapters.ProviderKeys;

/// <summary>
/// Tries keys by asking the provider for its list of models, which costs nothing. Providers without an address in the settings are not tried.
/// Redirects are not followed: a key goes to the address in the settings only.
/// </summary>
internal sealed class ProviderKeyTester(IHttpClientFactory clients, IOptions<ByokOptions> options) : IProviderKeyTester
{
    /// <summary>Name of its HTTP client.</summary>
    public const string ClientName = "provider-keys";

    private static readonly ProviderKeyTest NotTested = new(
        ProviderKeyTestOutcome.NotTested, "This installation has no connection to the provider. The first job will tell.");

    private static readonly ProviderKeyTest Away = new(
        ProviderKeyTestOutcome.Unreachable, "The provider does not answer right now. The key is kept; test it again later.");

    /// <inheritdoc />
    public async Task<ProviderKeyTest> TestAsync(string provider, ProviderSecret secret, CancellationToken cancellationToken)
    {
        if (options.Value.Providers.GetValueOrDefault(provider)?.Models is not { } address)
            return NotTested;

        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret.Reveal());

        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

            return AnswerOf(answer.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Away;
        }
    }

    private static ProviderKeyTest AnswerOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => new(ProviderKeyTestOutcome.Accepted, "The provider takes this key."),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(
            ProviderKeyTestOutcome.Refused, "The provider does not take this key. Jobs run on paid routes until it is rotated."),
        HttpStatusCode.TooManyRequests => Away with { Detail = "The provider limits how often it is asked right now. The key is kept; test it again later." },
        _ => Away with { Detail = $"The provider answered {(int)status}, which says nothing about the key. Test it again later." },
    };
}
