using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>A status in words; the colour only repeats what the text says.</summary>
public sealed partial class StatusBadge
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter, EditorRequired]
    public StatusMeaning Meaning { get; set; }

    /// <summary>A sentence for those who hover.</summary>
    [Parameter]
    public string? Hint { get; set; }

    private string ToneClass => Meaning switch
    {
        StatusMeaning.Neutral => "neutral",
        StatusMeaning.Positive => "positive",
        StatusMeaning.Warning => "warning",
        StatusMeaning.Negative => "negative",
        StatusMeaning.Info => "info",
    };
}
