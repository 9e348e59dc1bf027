using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>What open holds lack, with the way to it; a row shows the holds that lack it.</summary>
public sealed partial class HoldGroupTable
{
    private const int FewGroups = 5;
    private bool showsAll;

    [Parameter, EditorRequired]
    public required HoldGroups Groups { get; set; }

    [Parameter, EditorRequired]
    public required HoldListAddress Address { get; set; }

    /// <summary>Whether the reader may assign customers.</summary>
    [Parameter]
    public bool CanResolve { get; set; }

    /// <summary>Whether the reader may edit the rate card.</summary>
    [Parameter]
    public bool CanEdit { get; set; }

    /// <summary>All jobs of a reported customer are to be assigned.</summary>
    [Parameter]
    public EventCallback<string> OnAssign { get; set; }

    // The list of jobs shall not be pushed off the screen; what is chosen is always shown.
    private IEnumerable<HoldGroup> Shown => Groups.Groups.Where((group, index) => showsAll || index < FewGroups || IsChosen(group));

    private bool IsChosen(HoldGroup group) => Address.Reason == group.Cause.Reason && Address.Subject == group.Cause.Subject;
}
