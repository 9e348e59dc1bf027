using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>Why a file cannot be imported: each reason with its place.</summary>
public sealed partial class ImportProblems
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<YamlProblem> Problems { get; set; }
}
