using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts;

/// <summary>
/// Keeps sessions in the database. The browser holds a random key of 256 bits, the database only its hash and the encrypted ticket: a stolen
/// copy of the database opens no session.
/// </summary>
internal sealed class SessionStore(IDbContextFactory<OpsCenterDbContext> contexts, SessionTickets tickets, TimeProvider clock) : ITicketStore
{
    private const int KeyBytes = 32;
    private const int MaxUserAgentLength = 300;

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Sessions.Add(new Session
        {
            Id = Guid.Parse(Claim(ticket, SessionClaims.SessionId)),
            KeyHash = HashOf(key),
            UserId = Guid.Parse(Claim(ticket, ClaimTypes.NameIdentifier)),
            Ticket = tickets.Seal(ticket),
            CreatedAt = clock.GetUtcNow(),
            ExpiresAt = EndOf(ticket),
            UserAgent = UserAgentOf(httpContext),
        });
        await db.SaveChangesAsync(cancellationToken);

        return key;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = LiveSessions.Of(db, clock.GetUtcNow()).Where(s => s.KeyHash == hash);

        return await LiveSessions.FindAsync(db, session, cancellationToken) is { } live ? tickets.Open(live) : null;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        var sealedTicket = tickets.Seal(ticket);
        var end = EndOf(ticket);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await LiveSessions.Of(db, clock.GetUtcNow())
            .Where(s => s.KeyHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ticket, sealedTicket).SetProperty(s => s.ExpiresAt, end), cancellationToken);
    }

    public async Task RemoveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
    }

    // The cookie handler always calls the forms above; a call without a request would be a mistake of ours.
    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException();

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw new NotSupportedException();

    public Task RenewAsync(string key, AuthenticationTicket ticket) => throw new NotSupportedException();

    public Task RemoveAsync(string key) => throw new NotSupportedException();

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static string Claim(AuthenticationTicket ticket, string type) => ticket.Principal.FindFirstValue(type)
        ?? throw new InvalidOperationException($"A session was started without the claim {type}.");

    private static DateTimeOffset EndOf(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc
        ?? throw new InvalidOperationException("A session was started without an end.");

    private static string UserAgentOf(HttpContext context)
    {
        // PostgreSQL cannot store NUL, and nobody can read other control characters.
        var text = new string([.. context.Request.Headers[HeaderNames.UserAgent].ToString().Where(c => !char.IsControl(c))]);

        return text.Length <= MaxUserAgentLength ? text : text[..MaxUserAgentLength];
    }
}
