namespace OpsCenter.Portal.Accounts;

/// <summary>The operator who is there from the first start on.</summary>
public sealed class FirstOperatorOptions
{
    /// <summary>Setting of <see cref="Email"/>.</summary>
    public const string EmailKey = "OPSCENTER_ADMIN_EMAIL";

    /// <summary>Setting of <see cref="Password"/>.</summary>
    public const string PasswordKey = "OPSCENTER_ADMIN_PASSWORD";

    /// <summary>Address to sign in with.</summary>
    public string Email { get; set; } = "admin@example.com";

    /// <summary>Password of the first start, at least 12 characters; null to have one generated. Later starts do not look at it.</summary>
    public string? Password { get; set; }
}
