using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>The head of a column by which a table can be sorted; a link, so that the order has an address to share.</summary>
public sealed partial class SortHead
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The table sorted by this column; the other way round when it already is.</summary>
    [Parameter, EditorRequired]
    public required string Href { get; set; }

    /// <summary>How the table is sorted by this column; null when it is sorted by another.</summary>
    [Parameter]
    public SortOrder? Order { get; set; }

    [Parameter]
    public bool IsNumber { get; set; }

    /// <summary>What the column holds, where its name does not say it all.</summary>
    [Parameter]
    public string? Hint { get; set; }

    private string Arrow => Order is null ? "" : Order is SortOrder.Ascending ? " ↑" : " ↓";
}
