namespace OpsCenter.Domain.Billing;

/// <summary>
/// How much of a job the included usage pays. A job takes from the grants in their order; the rest is overage. Giving back goes the other
/// way round: overage first, then the grants that are consumed last. So what a period is charged does not depend on the order of its jobs.
/// </summary>
public static class AllowanceRule
{
    /// <summary>The grants that cover a job, in order of consumption.</summary>
    public static CreditGrant[] OrderedFor(IEnumerable<CreditGrant> grants, Guid usagePeriodId, DateTimeOffset occurredAt) =>
        [.. grants.Where(g => g.Covers(usagePeriodId, occurredAt)).OrderBy(g => g.Priority).ThenBy(g => g.ExpiresAt).ThenBy(g => g.Id)];

    /// <summary>Consumes for a charge or gives back for a reversal.</summary>
    /// <param name="ordered">From <see cref="OrderedFor"/>.</param>
    /// <param name="amount">What the entry changes: above 0 a charge, below 0 a reversal.</param>
    /// <param name="overage">What was charged beyond included usage for jobs of that period so far, 0 or more.</param>
    /// <returns>How much of <paramref name="amount"/> the grants take, with its sign.</returns>
    public static decimal Cover(IReadOnlyList<CreditGrant> ordered, decimal amount, decimal overage)
    {
        if (amount >= 0)
        {
            var rest = amount;

            foreach (var grant in ordered)
                rest -= grant.Take(rest);

            return amount - rest;
        }

        var wanted = Math.Max(0, -amount - Math.Max(0, overage));
        var left = wanted;

        for (var index = ordered.Count - 1; index >= 0; index--)
            left -= ordered[index].GiveBack(left);

        return left - wanted;
    }
}
