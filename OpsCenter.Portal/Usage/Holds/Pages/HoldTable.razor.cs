using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>Holds as rows; each opens the receipt of its job.</summary>
public sealed partial class HoldTable
{
    [Parameter, EditorRequired]
    public required HoldList Holds { get; set; }

    /// <summary>Whether these still wait.</summary>
    [Parameter, EditorRequired]
    public bool IsOpen { get; set; }

    /// <summary>Whether the reader may act on them.</summary>
    [Parameter, EditorRequired]
    public bool CanChoose { get; set; }

    /// <summary>Jobs that are chosen.</summary>
    [Parameter, EditorRequired]
    public required ImmutableHashSet<Guid> Chosen { get; set; }

    [Parameter]
    public EventCallback<ImmutableHashSet<Guid>> ChosenChanged { get; set; }

    [Parameter]
    public EventCallback<HoldRow> OnApprove { get; set; }

    [Parameter]
    public EventCallback<HoldRow> OnAssign { get; set; }

    [Parameter]
    public EventCallback<HoldRow> OnWriteOff { get; set; }

    private bool IsAllChosen => Holds.Rows.All(hold => Chosen.Contains(hold.EventId));

    private Task ChooseAllAsync() => ChosenChanged.InvokeAsync(IsAllChosen ? [] : [.. Holds.Rows.Select(hold => hold.EventId)]);

    private Task ChooseAsync(HoldRow hold) =>
        ChosenChanged.InvokeAsync(Chosen.Contains(hold.EventId) ? Chosen.Remove(hold.EventId) : Chosen.Add(hold.EventId));
}
