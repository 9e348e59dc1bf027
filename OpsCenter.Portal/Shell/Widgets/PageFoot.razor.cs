using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Below a list that has pages: how many rows it shows, how many there are, and the pages beside this one.</summary>
public sealed partial class PageFoot
{
    /// <summary>Names of page and size in the address of every such list.</summary>
    public const string PageName = "page";

    /// <inheritdoc cref="PageName" />
    public const string SizeName = "size";

    /// <summary>The address of the list.</summary>
    [Parameter, EditorRequired]
    public required UrlQuery Query { get; set; }

    [Parameter, EditorRequired]
    public int PageSize { get; set; }

    /// <summary>The page shown, from 1.</summary>
    [Parameter, EditorRequired]
    public int Page { get; set; }

    [Parameter, EditorRequired]
    public int PageCount { get; set; }

    /// <summary>Rows on all pages.</summary>
    [Parameter, EditorRequired]
    public int Total { get; set; }

    /// <summary>One of them: <c>customer</c>.</summary>
    [Parameter, EditorRequired]
    public required string Thing { get; set; }

    private string CountText => (Total, PageCount) switch
    {
        (1, _) => $"1 {Thing}",
        (_, 1) => $"{Total} {Thing}s",
        _ => $"Page {Page} of {PageCount}, {Total} {Thing}s",
    };
}
