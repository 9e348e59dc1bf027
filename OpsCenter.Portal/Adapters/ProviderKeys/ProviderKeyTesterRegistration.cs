using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsCenter.Domain.ProviderKeys;

namespace OpsCenter.Portal.Adapters.ProviderKeys;

/// <summary>Registers what tries customers' provider keys.</summary>
public static class ProviderKeyTesterRegistration
{
    /// <summary>Adds it, with its settings.</summary>
    public static IServiceCollection AddProviderKeyTester(this IServiceCollection services)
    {
        services.AddOptions<ByokOptions>()
            .BindConfiguration(ByokOptions.Section)
            .Validate(o => o.Providers.Values.All(p => p.Models is not null), "Byok:Providers:*:BaseUrl must be an https address, or an http address of this machine.")
            .ValidateOnStart();
        // The default loggers of HTTP clients write headers at the finest level.
        services.AddHttpClient(ProviderKeyTester.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.TryAddSingleton<IProviderKeyTester, ProviderKeyTester>();

        return services;
    }
}
