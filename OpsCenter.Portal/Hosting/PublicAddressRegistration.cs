using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace OpsCenter.Portal.Hosting;

/// <summary>How the portal is reached from outside: its public address, and the proxies in front of it.</summary>
internal static class PublicAddressRegistration
{
    public static void AddPublicAddress(this IServiceCollection services)
    {
        services.AddOptions<PublicUrlOptions>()
            .BindConfiguration(PublicUrlOptions.Section)
            .Validate(o => IsEmptyOrWebAddress(o.BaseUrl), $"{PublicUrlOptions.Section}:{nameof(PublicUrlOptions.BaseUrl)} must be an http or https address.")
            .Validate(
                o => o.TrustedProxies.All(proxy => TryParse(proxy, out _)),
                $"{PublicUrlOptions.Section}:{nameof(PublicUrlOptions.TrustedProxies)} must hold addresses or networks, such as 10.0.0.0/8.")
            .ValidateOnStart();
        services.AddSingleton<PublicUrls>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PublicUrlOptions>>((headers, options) =>
        {
            var proxies = options.Value.TrustedProxies;
            headers.ForwardedHeaders = proxies.Length > 0 ? ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix : ForwardedHeaders.None;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();

            foreach (var proxy in proxies)
            {
                headers.KnownIPNetworks.Add(TryParse(proxy, out var network) ? network : throw new InvalidOperationException($"{proxy} is no network."));
            }
        });
    }

    private static bool IsEmptyOrWebAddress(string address) =>
        address.Length == 0 || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));

    private static bool TryParse(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.GetAddressBytes().Length * 8);

            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }
}
