using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>Why a job has no charge, or got it late.</summary>
public sealed partial class HoldNotice
{
    [Parameter, EditorRequired]
    public required StoredHold Hold { get; set; }
}
