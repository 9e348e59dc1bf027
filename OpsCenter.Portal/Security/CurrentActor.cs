using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security;

/// <summary>
/// Who acts, for pages and endpoints: ask before every command and query, and pass the answer as its first parameter. The database is asked
/// each time, so a session that was ended and a role that was taken away count at once.
/// </summary>
public sealed class CurrentActor(
    AuthenticationStateProvider authentication, IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>The signed-in person as an actor.</summary>
    /// <exception cref="SignInRequiredException">Nobody is signed in, or the session is over.</exception>
    public async Task<Actor> GetAsync(CancellationToken cancellationToken) => (await GetPersonAsync(cancellationToken)).Actor;

    /// <summary>The signed-in person with name and address.</summary>
    /// <exception cref="SignInRequiredException">Nobody is signed in, or the session is over.</exception>
    public async Task<CurrentPerson> GetPersonAsync(CancellationToken cancellationToken)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;

        return await FindPersonAsync(user, cancellationToken) ?? throw new SignInRequiredException();
    }

    private async Task<CurrentPerson?> FindPersonAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (SessionClaims.ReferenceOf(user) is not { } reference)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = LiveSessions.Of(db, now).Where(s => s.Id == reference.SessionId);
        var person = (await LiveSessions.FindAsync(db, session, cancellationToken))?.Person;

        if (person is null || person.SecurityStamp != reference.SecurityStamp)
        {
            return null;
        }

        await ProlongAsync(db, person, now, cancellationToken);

        return person;
    }

    // Work over a circuit makes no requests that would slide the cookie; nobody should be thrown out while working.
    private static async Task ProlongAsync(OpsCenterDbContext db, CurrentPerson person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (person.SessionEndsAt - now < SessionLifetime.Ordinary / 2)
        {
            var end = now + SessionLifetime.Ordinary;
            await db.Sessions.Where(s => s.Id == person.SessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresAt, end), cancellationToken);
        }
    }
}
