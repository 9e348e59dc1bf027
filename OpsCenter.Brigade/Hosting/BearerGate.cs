using System.Security.Cryptography;
using System.Text;

namespace OpsCenter.Brigade.Hosting;

/// <summary>
/// Lets nobody in without the key, but to health and metrics. It stands before routing, so that a new endpoint is closed until somebody
/// opens it here.
/// </summary>
internal sealed class BearerGate(RequestDelegate next, BrigadeOptions options)
{
    private const string Scheme = "Bearer ";

    private static readonly BrigadeProblem Refusal =
        new("The credential is not valid.", StatusCodes.Status401Unauthorized, "invalid_credential", Detail: "Send Authorization: Bearer KEY.");

    // Digests have one length, so the time of the comparison tells nothing, not even how long the key is.
    private readonly byte[] expected = DigestOf(options.CallerKey);

    public Task InvokeAsync(HttpContext context)
    {
        if (IsOpen(context.Request.Path) || IsKnown(context.Request.Headers.Authorization.ToString()))
            return next(context);

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refusal.WriteAsync(context);
    }

    private static bool IsOpen(PathString path) => path.StartsWithSegments("/health", StringComparison.Ordinal) || path == "/metrics";

    private bool IsKnown(string header) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(DigestOf(header[Scheme.Length..].Trim()), expected);

    private static byte[] DigestOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
