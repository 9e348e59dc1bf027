using Microsoft.AspNetCore.Http.Features;

namespace OpsCenter.Portal.Security;

public static class SecurityHeadersExtensions
{
    /// <summary>Must come first in the pipeline, so that no later middleware can answer without the headers.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.UseMiddleware<SecurityHeadersMiddleware>();

    /// <summary>The nonce of this request.</summary>
    /// <exception cref="InvalidOperationException">The security headers are not in the pipeline.</exception>
    public static string GetCspNonce(this HttpContext context) =>
        context.Features.GetRequiredFeature<CspNonce>().Value;
}
