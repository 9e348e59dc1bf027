using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Corrections;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>Old and new amounts of a correction, and what lies between.</summary>
public sealed partial class CorrectionTable
{
    private const string TotalName = "Total";

    private static readonly (string Name, Func<JobPrice, Money> Of)[] Amounts =
    [
        ("LLM fee", price => price.LlmFee),
        ("Agent fee", price => price.AgentFee),
        ("Tools fee", price => price.ToolsFee),
        (TotalName, price => price.Total),
    ];

    [Parameter, EditorRequired]
    public required CorrectionPreview Preview { get; set; }

    private static string VersionTitle(int? version) => version is { } number ? $"Version {number}" : "Voided";
}
