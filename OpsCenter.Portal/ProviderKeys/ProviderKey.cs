using OpsCenter.Domain.ProviderKeys;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>A customer's key at a model provider, without the key.</summary>
/// <param name="Id">Its identity; it stays when the key is rotated.</param>
/// <param name="Provider">The provider, as the rate card names it.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Last4">Its last four characters; null for readers who are not of the customer.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="RotatedAt">When it was last replaced; null before the first time.</param>
/// <param name="TestedAt">When the key that is in use now was last tried; null before the first time.</param>
/// <param name="Test">What came of it; null before the first time.</param>
/// <param name="ChangedAt">When anything of it last changed; a change says which one it saw.</param>
/// <param name="LastReadAt">When Brigade last read it, to the hour; null before the first time.</param>
public sealed record ProviderKey(
    Guid Id,
    string Provider,
    string Name,
    string? Last4,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RotatedAt,
    DateTimeOffset? TestedAt,
    ProviderKeyTest? Test,
    DateTimeOffset ChangedAt,
    DateTimeOffset? LastReadAt)
{
    /// <summary>Longest name in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Whether jobs may run on it, as far as the key is concerned.</summary>
    public bool IsUsable => Test?.Outcome is not ProviderKeyTestOutcome.Refused;

    /// <summary>What is wrong with a name, or null.</summary>
    public static string? ProblemWithName(string name) => name.Trim().Length switch
    {
        0 => "Give the key a name by which you know it.",
        > MaxNameLength => $"At most {MaxNameLength} characters.",
        _ => name.Any(char.IsControl) ? "Plain text on one line only." : null,
    };
}
