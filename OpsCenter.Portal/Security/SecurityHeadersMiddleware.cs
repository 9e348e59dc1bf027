using Microsoft.Net.Http.Headers;

namespace OpsCenter.Portal.Security;

/// <summary>Puts the security headers on every answer: pages, errors, files and machine answers alike.</summary>
public sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    private const string OneYear = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        var nonce = new CspNonce();
        context.Features.Set(nonce);
        // Written at the last moment, because the exception handler clears all headers before it renders the error page.
        context.Response.OnStarting(() =>
        {
            Write(context, nonce);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Write(HttpContext context, CspNonce nonce)
    {
        var headers = context.Response.Headers;
        headers[ContentSecurityPolicy.HeaderName] = ContentSecurityPolicy.For(nonce);
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // A browser that once saw this for localhost would refuse every other plain-http project on that machine for a year.
        if (context.Request.IsHttps && !IsLocal(context.Request.Host.Host))
            headers[HeaderNames.StrictTransportSecurity] = OneYear;
    }

    private static bool IsLocal(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}
