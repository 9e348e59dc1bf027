using System.Collections.Immutable;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Keys of the customer's own that a job found unusable.</summary>
/// <param name="Refused">Providers that refused the key.</param>
/// <param name="Unreadable">Providers whose key Ops-Center did not give to Brigade.</param>
internal sealed record UnusableKeys(ImmutableArray<string> Refused, ImmutableArray<string> Unreadable)
{
    public static UnusableKeys None { get; } = new([], []);
}
