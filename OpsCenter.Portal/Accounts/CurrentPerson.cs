using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Accounts;

/// <summary>The person behind a session, as the database knows them at this moment.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="SessionEndsAt">When the session ends unless it is used before.</param>
/// <param name="SecurityStamp">Changes with the password; a session that carries another one is over.</param>
/// <param name="Actor">Who they are to commands and queries.</param>
/// <param name="DisplayName">How they are called on pages.</param>
/// <param name="Email">Their address.</param>
/// <param name="OrganizationName">The organisation they act for; null for operators who act for none.</param>
public sealed record CurrentPerson(
    Guid SessionId,
    DateTimeOffset SessionEndsAt,
    string SecurityStamp,
    Actor.User Actor,
    string DisplayName,
    string Email,
    string? OrganizationName);
