namespace OpsCenter.Portal.Accounts;

/// <summary>How often one may try to sign in; section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "SignIn";

    /// <summary>Highest value of either setting.</summary>
    public const int Max = 10_000;

    /// <summary>Tries per minute from one network address (for IPv6 its /64), 1…10,000. An office behind one address shares them.</summary>
    public int TriesPerAddressPerMinute { get; init; } = 30;

    /// <summary>Tries per minute for one account, from wherever, 1…10,000.</summary>
    public int TriesPerAccountPerMinute { get; init; } = 10;
}
