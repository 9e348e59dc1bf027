using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>Finds everything that a job names and a rate card lacks.</summary>
internal static class HoldCauses
{
    /// <summary>All causes, in the order of <see cref="HoldReason"/> and then as reported, each thing once.</summary>
    public static ImmutableArray<HoldCause> Of(RateCard card, JobUsage job)
    {
        var causes = ImmutableArray.CreateBuilder<HoldCause>();

        if (!job.Byok && card.FindRoute(job.Route) is null)
        {
            causes.Add(new HoldCause(HoldReason.UnknownRoute, job.Route));
        }

        if (card.FindAgent(job.Agent) is null)
        {
            causes.Add(new HoldCause(HoldReason.UnknownAgent, job.Agent));
        }

        foreach (var name in job.Tools.Select(t => t.Tool).Distinct(StringComparer.Ordinal))
        {
            if (card.FindTool(name) is null)
            {
                causes.Add(new HoldCause(HoldReason.UnknownTool, name));
            }
        }

        return causes.ToImmutable();
    }
}
