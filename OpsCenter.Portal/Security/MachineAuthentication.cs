using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security;

/// <summary>Recognises machines by <c>Authorization: Bearer …</c> and refuses in problem documents.</summary>
internal sealed class MachineAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    MachineCredentials credentials,
    MachineLastUse lastUse)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Machine";

    private const string BearerScheme = "Bearer";

    private static readonly AuthenticateResult Missing = AuthenticateResult.Fail("No bearer token was sent.");
    private static readonly AuthenticateResult Unknown = AuthenticateResult.Fail("The bearer token is no credential.");
    private static readonly TimeSpan RetryAfterOutage = TimeSpan.FromSeconds(2);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken() is not { } token)
        {
            return Missing;
        }

        try
        {
            return await credentials.FindAsync(token, Context.RequestAborted) is { } credential ? Recognise(credential) : Unknown;
        }
        catch (Exception outage) when (DatabaseFailure.Is(outage))
        {
            // Whether the token is good is unknown: the challenge says "try again" instead of "refused".
            return AuthenticateResult.Fail(outage);
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();

        if (result.Failure is { } failure && DatabaseFailure.Is(failure))
        {
            await MachineProblem.WriteAsync(
                Context,
                StatusCodes.Status503ServiceUnavailable,
                "busy",
                "The portal cannot answer at the moment.",
                retryable: true,
                retryAfter: RetryAfterOutage);
            return;
        }

        Response.Headers.WWWAuthenticate = result == Missing ? BearerScheme : $"{BearerScheme} error=\"invalid_token\"";
        await MachineProblem.WriteAsync(
            Context,
            StatusCodes.Status401Unauthorized,
            "invalid_credential",
            "A valid machine credential is needed.",
            result == Missing ? "Send it as 'Authorization: Bearer TOKEN'." : "The token is unknown, expired or revoked.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Context.Features.Get<MachineRefusal>() switch
        {
            MachineRefusal.RateLimited limited => MachineProblem.WriteAsync(
                Context,
                StatusCodes.Status429TooManyRequests,
                "rate_limited",
                "This credential calls too fast.",
                retryable: true,
                retryAfter: limited.RetryAfter),
            MachineRefusal.MissingScope missing => MachineProblem.WriteAsync(
                Context,
                StatusCodes.Status403Forbidden,
                "missing_scope",
                "The machine credential lacks a scope.",
                $"This needs the scope {string.Join(", ", MachineScopeText.ToTexts(missing.Scope))}."),
            var other => throw new InvalidOperationException($"A machine was refused for a reason without an answer: {other}."),
        };

    private AuthenticateResult Recognise(MachineCredential credential)
    {
        lastUse.Note(credential.Id);
        Context.Features.Set(credential);
        Context.Features.Set(new Actor.Machine(credential.Id, credential.Source, credential.Scopes, credential.RequiresJobKey));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, credential.Id.ToString())], SchemeName);

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    private string? BearerToken() =>
        Request.Headers[HeaderNames.Authorization] is [{ } header]
        && AuthenticationHeaderValue.TryParse(header, out var value)
        && string.Equals(value.Scheme, BearerScheme, StringComparison.OrdinalIgnoreCase)
            ? value.Parameter
            : null;
}
