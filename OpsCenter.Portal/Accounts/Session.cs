namespace OpsCenter.Portal.Accounts;

/// <summary>A sign-in on one browser, kept on the server so that it can be listed and revoked.</summary>
public sealed class Session
{
    /// <summary>Identity, shown in lists.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the key in the browser's cookie.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Whose session it is.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The authentication ticket, encrypted with the key ring.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>When the person signed in.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends unless it is used before.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was ended early; null while it lives.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The browser, as it named itself.</summary>
    public string UserAgent { get; init; } = "";
}
