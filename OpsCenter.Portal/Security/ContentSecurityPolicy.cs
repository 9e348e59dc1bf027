namespace OpsCenter.Portal.Security;

/// <summary>The one policy that every answer carries.</summary>
public static class ContentSecurityPolicy
{
    public const string HeaderName = "Content-Security-Policy";

    /// <remarks>
    /// Styles stay 'unsafe-inline' because MudBlazor positions popovers, charts and progress bars with style attributes, which no nonce can cover.
    /// The circuit's web socket is same-origin, so connect-src needs no ws: entry.
    /// </remarks>
    public static string For(CspNonce nonce) => string.Join("; ",
        "default-src 'self'",
        $"script-src 'self' 'nonce-{nonce.Value}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'");
}
