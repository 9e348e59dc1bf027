using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>What correction dialogs share: the preview, and the reason.</summary>
public sealed partial class CorrectionForm
{
    [Parameter, EditorRequired]
    public required CorrectionSession Session { get; set; }

    /// <summary>Element id of the form, for the button that submits it.</summary>
    [Parameter, EditorRequired]
    public required string FormId { get; set; }

    [Parameter]
    public EventCallback OnSubmit { get; set; }
}
