using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>Why a customer's own key did not pay for a job.</summary>
public sealed partial class FallbackNotice
{
    /// <summary>Why, as reported.</summary>
    [Parameter, EditorRequired]
    public required string Reason { get; set; }
}
