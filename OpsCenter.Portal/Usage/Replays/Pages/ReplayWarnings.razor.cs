using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Overview.Pages;

namespace OpsCenter.Portal.Usage.Replays.Pages;

/// <summary>What to look out for before publishing: routes that turn negative, jobs that would be held, and holds that would end.</summary>
public sealed partial class ReplayWarnings
{
    private const int MaxNamed = 5;

    [Parameter, EditorRequired]
    public required ReplayResult Result { get; set; }

    private string HoldsText => Result.Holds switch
    {
        { PricedJobs: 0 } none => $"{ReplayWords.Jobs(none.Jobs)} of this period {(none.Jobs == 1 ? "is" : "are")} held now. These prices would not end that.",
        var held => $"{ReplayWords.Jobs(held.Jobs)} of this period {(held.Jobs == 1 ? "is" : "are")} held now. These prices would end that for "
            + $"{OverviewWords.Count(held.PricedJobs)} and bring {MoneyFormat.Rounded(held.Revenue)}, which is not in the figures.",
    };

    private List<ReplayGroup> Losing => [.. Result.By(ReplayDimension.Route).Where(route => route.Name is not null && route.Figures.TurnsNegative)];
}
