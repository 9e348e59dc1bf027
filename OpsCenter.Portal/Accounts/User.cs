using Microsoft.AspNetCore.Identity;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Accounts;

/// <summary>A person who can sign in. Personal data stands here only, so that a person can be erased.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>How the person is called on pages.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Role as an operator; null for customers.</summary>
    public PlatformRole? PlatformRole { get; set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
