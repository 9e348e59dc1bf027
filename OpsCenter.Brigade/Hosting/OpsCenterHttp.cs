using System.Net.Http.Headers;

namespace OpsCenter.Brigade.Hosting;

/// <summary>The way to Ops-Center, with Brigade's credential. A redirect is not followed: it would carry the credential to another address.</summary>
public sealed class OpsCenterHttp : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);

    private const int MaxAnswerBytes = 32 * 1024 * 1024;

    private readonly HttpClient client;
    private readonly OpsCenterClock clock;

    /// <summary>Prepares the connections; none is made before the first request.</summary>
    public OpsCenterHttp(BrigadeOptions options, OpsCenterClock clock)
    {
        this.clock = clock;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLife, // a new address of the same name is noticed
        })
        {
            BaseAddress = options.OpsCenterUrl,
            Timeout = AnswerTimeout,
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.OpsCenterKey);
    }

    /// <summary>Sends a request and takes the time from the answer.</summary>
    /// <exception cref="HttpRequestException">No answer came, or it broke off, or took too long.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sentAt = clock.LocalNow;
        try
        {
            var response = await client.SendAsync(request, cancellationToken);
            if (response.Headers.Date is { } date)
                clock.Learn(date, sentAt, clock.LocalNow);
            return response;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"Ops-Center did not answer within {AnswerTimeout.TotalSeconds:0} seconds.", late);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => client.Dispose();
}
