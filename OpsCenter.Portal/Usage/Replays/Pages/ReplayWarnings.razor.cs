using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Usage.Replays;

namespace OpsCenter.Portal.Usage.Replays.Pages;

/// <summary>What to look out for before publishing: routes that turn negative, jobs that would be held, and holds that would end.</summary>
public sealed partial class ReplayWarnings
{
    private const int MaxNamed = 5;

    [Parameter, EditorRequired]
    public required ReplayResult Result { get; set; }

    private List<ReplayGroup> Losing => [.. Result.By(ReplayDimension.Route).Where(route => route.Name is not null && route.Figures.TurnsNegative)];
}
