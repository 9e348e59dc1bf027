using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpsCenter.Portal.Shell.Navigation;

namespace OpsCenter.Portal.Tests.Shell;

/// <summary>Signs in whoever the cookie "reader" names, so that the frame can be seen with each role without a database.</summary>
public sealed class CookieNamedReader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "cookie-named-reader";
    public const string Cookie = "reader";
    public const string Operator = "operator";
    public const string Member = "member";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        Claim[]? claims = Request.Cookies[Cookie] switch
        {
            Operator => [new(ViewerClaims.PlatformRole, "admin"), new(ClaimTypes.Name, "ana.lima@example.com")],
            Member =>
            [
                new(ViewerClaims.OrganizationId, "0199c1f2-0000-7000-8000-000000000002"),
                new(ViewerClaims.OrganizationName, "Acme Research"),
                new(ViewerClaims.OrganizationRole, "member"),
                new(ClaimTypes.Name, "Ben Okri"),
            ],
            _ => null,
        };
        if (claims is null)
            return Task.FromResult(AuthenticateResult.NoResult());
        var identity = new ClaimsIdentity([.. claims, new(ClaimTypes.NameIdentifier, "0199c1f2-0000-7000-8000-000000000001")], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }
}
