using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>Everything the source said about the job, as it said it.</summary>
public sealed partial class ReportedFacts
{
    private const string NotGiven = "not given";

    [Parameter, EditorRequired]
    public required Receipt Receipt { get; set; }
}
