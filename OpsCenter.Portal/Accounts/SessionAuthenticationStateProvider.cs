using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace OpsCenter.Portal.Accounts;

/// <summary>Tells components who is signed in, and turns them anonymous when the session ends while the circuit is open.</summary>
internal sealed class SessionAuthenticationStateProvider(SessionRegistry registry, IHttpContextAccessor requests)
    : AuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider, IDisposable
{
    private Task<AuthenticationState>? current;
    private IDisposable? watch;

    /// <summary>The renderer calls this before any component runs; endpoints without components have the request instead.</summary>
    public void SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        current = authenticationStateTask;
        NotifyAuthenticationStateChanged(authenticationStateTask);
        // The renderer hands over a finished task.
        Follow(authenticationStateTask.GetAwaiter().GetResult().User);
    }

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => current
        ?? Task.FromResult(new AuthenticationState(requests.HttpContext?.User
            ?? throw new InvalidOperationException("There is neither a circuit nor a request to tell who is signed in.")));

    public void Dispose() => watch?.Dispose();

    private void Follow(ClaimsPrincipal user)
    {
        watch?.Dispose();
        watch = SessionClaims.ReferenceOf(user) is { } session
            ? registry.Watch(session.SessionId, session.SecurityStamp, BecomeAnonymous)
            : null;
    }

    private void BecomeAnonymous() =>
        SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
}
