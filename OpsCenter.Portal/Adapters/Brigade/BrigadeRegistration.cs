using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Adapters.Embedded;
using Polly;

namespace OpsCenter.Portal.Adapters.Brigade;

/// <summary>The connection to Brigade, when an address is set.</summary>
public static class BrigadeRegistration
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(9);

    /// <summary>Registers it; security and hosting must be registered as well.</summary>
    public static IServiceCollection AddBrigade(this IServiceCollection services)
    {
        services.AddOptions<BrigadeOptions>()
            .BindConfiguration(BrigadeOptions.Section)
            .Validate(o => o.HasUsableUrl, "Brigade:Url must be an http or https address without user, query and fragment: http://localhost:8100")
            .Validate(o => o.HasUsableKey, "Brigade:Key may hold visible ASCII characters only, for it is sent in a header.")
            .ValidateOnStart();
        services.AddHttpClient(HttpBrigade.ClientName, client => client.MaxResponseContentBufferSize = MostBytes)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
            // Every ten seconds a line in the log that all is well helps nobody.
            .RemoveAllLoggers()
            .AddResilienceHandler(HttpBrigade.ClientName, Patience);

        return services
            .AddSingleton<BrigadeKey>()
            .AddSingleton<HttpBrigade>()
            .AddSingleton<UnconnectedBrigade>()
            .AddSingleton<IBrigadeGateway>(provider => provider.GetRequiredService<IOptions<BrigadeOptions>>().Value.Address is null
                ? provider.GetRequiredService<UnconnectedBrigade>()
                : provider.GetRequiredService<HttpBrigade>());
    }

    // One more try at once, for a connection that broke while it was idle. Whoever asks tries again later by itself. Both questions can be repeated.
    private static void Patience(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
        pipeline
            .AddTimeout(LongestWait)
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(100),
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is HttpRequestException),
            })
            .AddTimeout(LongestTry);
    }
}
