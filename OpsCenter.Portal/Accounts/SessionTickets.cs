using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace OpsCenter.Portal.Accounts;

/// <summary>Tickets as they lie in the database: encrypted with the key ring.</summary>
internal sealed partial class SessionTickets(IDataProtectionProvider protection, ILogger<SessionTickets> logger)
{
    private readonly IDataProtector protector = protection.CreateProtector("OpsCenter.Portal.Accounts.Sessions.v1");

    public byte[] Seal(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    /// <summary>Opens a session's ticket and fills in what the database knows better: who it is now, and until when.</summary>
    /// <returns>Null when the ticket was made under another security stamp, or cannot be opened.</returns>
    public AuthenticationTicket? Open(LiveSession session)
    {
        var person = session.Person;

        if (Unseal(session.Session) is not { } ticket || ticket.Principal.FindFirstValue(SessionClaims.SecurityStamp) != person.SecurityStamp)
        {
            return null;
        }

        var properties = ticket.Properties;
        properties.ExpiresUtc = person.SessionEndsAt;
        properties.IssuedUtc = person.SessionEndsAt - SessionLifetime.Of(properties.IsPersistent);

        return new AuthenticationTicket(SessionClaims.PrincipalOf(person), properties, ticket.AuthenticationScheme);
    }

    private AuthenticationTicket? Unseal(Session session)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(protector.Unprotect(session.Ticket));
        }
        catch (CryptographicException failure)
        {
            // The row was tampered with or the key ring was lost. Signing in again helps; an error on every page would not.
            LogUnreadable(logger, failure, session.Id);
            return null;
        }
    }

    [LoggerMessage(2001, LogLevel.Warning, "The ticket of session {SessionId} cannot be opened; the session counts as ended")]
    private static partial void LogUnreadable(ILogger logger, Exception failure, Guid sessionId);
}
