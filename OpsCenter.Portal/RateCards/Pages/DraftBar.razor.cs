using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Stays at the foot of the page while there are changes: how many, whether they are saved, what to do with them.</summary>
public sealed partial class DraftBar
{
    [Parameter, EditorRequired]
    public required RateCardSession Session { get; set; }

    /// <summary>Whether an act is under way.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback OnDiscard { get; set; }

    [Parameter]
    public EventCallback OnReview { get; set; }

    private int Problems => Session.Editor?.ProblemCount ?? 0;

    private string State => Session.State switch
    {
        SaveState.Saved => "Draft saved",
        SaveState.Saving => "Saving…",
        SaveState.Failed => "Not saved: the server cannot reach its database. Trying again…",
    };
}
