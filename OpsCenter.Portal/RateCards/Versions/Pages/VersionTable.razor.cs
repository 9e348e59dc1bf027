using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Versions.Pages;

/// <summary>Versions as rows; a row opens the version.</summary>
public sealed partial class VersionTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<VersionRow> Versions { get; set; }
}
