using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Agents;

/// <summary>What the priced jobs of an agent cost, by price.</summary>
/// <param name="Currency">Of every amount.</param>
/// <param name="Buckets">From the cheapest to the dearest; none is empty.</param>
public sealed record FeeHistogram(Currency Currency, ImmutableArray<FeeBucket> Buckets)
{
    /// <summary>All priced jobs.</summary>
    public long Jobs => Buckets.Sum(bucket => bucket.Jobs);

    /// <summary>What they cost together.</summary>
    public Money Total => new(Buckets.Sum(bucket => bucket.Total), Currency);

    /// <summary>The price that this many of a hundred jobs do not pass, cut to two digits; null without jobs.</summary>
    /// <param name="percent">Above 0, at most 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is neither.</exception>
    public Money? Percentile(int percent)
    {
        if (percent is < 1 or > 100)
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "Must be 1 to 100.");

        // Nearest rank, in whole numbers: the smallest count that is at least this part of all.
        var rank = ((Jobs * percent) + 99) / 100;
        var seen = 0L;

        foreach (var bucket in Buckets)
        {
            seen += bucket.Jobs;

            if (seen >= rank)
                return new Money(bucket.Floor, Currency);
        }

        return null;
    }

    /// <summary>What a ceiling would have stopped: the jobs that cost as much or more. Exact for ceilings of two digits.</summary>
    public CeilingEffect At(decimal ceiling)
    {
        var stopped = Buckets.Where(bucket => bucket.Floor >= ceiling).ToList();

        return new CeilingEffect(new Money(ceiling, Currency), stopped.Sum(bucket => bucket.Jobs), Jobs, new Money(stopped.Sum(bucket => bucket.Total), Currency));
    }

    /// <summary>The ceilings worth trying: every price that jobs had, but 0.</summary>
    public ImmutableArray<decimal> Ceilings => [.. Buckets.Select(bucket => bucket.Floor).Where(floor => floor > 0m)];
}
