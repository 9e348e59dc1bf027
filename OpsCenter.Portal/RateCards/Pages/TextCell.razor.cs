using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>A word or a line that reads like text until it is typed into.</summary>
public sealed partial class TextCell
{
    /// <summary>What an empty cell invites to.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    private void Type(string? text) => Change(text ?? "");
}
