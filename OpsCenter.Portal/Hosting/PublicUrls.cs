using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Hosting;

/// <summary>Addresses of pages as people outside reach them.</summary>
public sealed class PublicUrls(IOptions<PublicUrlOptions> options)
{
    /// <summary>The receipt of a job.</summary>
    /// <param name="request">Gives the address when no public one is set.</param>
    /// <param name="eventId">The job.</param>
    public string Receipt(HttpRequest request, Guid eventId) => $"{Base(request)}/jobs/{eventId}";

    private string Base(HttpRequest request) =>
        options.Value.BaseUrl is { Length: > 0 } configured
            ? configured.TrimEnd('/')
            : $"{request.Scheme}://{request.Host}{request.PathBase}";
}
