using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>Why the list is empty, and what to do about it.</summary>
public sealed partial class CustomersEmpty
{
    [Parameter, EditorRequired]
    public bool IsFiltered { get; set; }

    [Parameter, EditorRequired]
    public required string ClearHref { get; set; }

    [Parameter]
    public bool CanCreate { get; set; }

    [Parameter]
    public EventCallback OnCreate { get; set; }
}
