using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>How long something has waited; since when on hover.</summary>
public sealed partial class AgeText
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public DateTimeOffset Since { get; set; }
}
