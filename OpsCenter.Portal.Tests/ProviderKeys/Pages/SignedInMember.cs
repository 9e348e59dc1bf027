using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Tests.ProviderKeys.Pages;

/// <summary>Tells pages who is signed in: whoever the test signed in last.</summary>
internal sealed class SignedInMember(KeysHost host) : AuthenticationStateProvider
{
    private ClaimsPrincipal signedIn = new();

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(signedIn));

    /// <summary>Signs in a person who is not in the database yet.</summary>
    public async Task SignInAsync(Actor.User actor)
    {
        var now = TimeProvider.System.GetUtcNow();
        var user = new User { Id = actor.UserId, UserName = $"{actor.UserId}", DisplayName = "Ana", PlatformRole = actor.PlatformRole, CreatedAt = now };
        var session = new Session
        {
            Id = KeysHost.NewId(),
            KeyHash = actor.UserId.ToByteArray(),
            UserId = actor.UserId,
            Ticket = [],
            CreatedAt = now,
            ExpiresAt = now.AddDays(1),
        };
        await using var db = await host.Get<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        db.AddRange(user, session);

        if (actor is { OrganizationId: { } organization, OrganizationRole: { } role })
            db.Add(new Membership(organization, actor.UserId, role, now));

        await db.SaveChangesAsync();
        signedIn = SessionClaims.PrincipalOf(session.Id, user);
    }
}
