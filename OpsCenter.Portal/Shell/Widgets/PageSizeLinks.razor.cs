using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>How many rows a list shows, as links.</summary>
public sealed partial class PageSizeLinks
{
    public const int Smallest = 20;

    /// <summary>The sizes of every list.</summary>
    public static readonly IReadOnlyList<int> Sizes = [Smallest, 50, 100];

    [Parameter, EditorRequired]
    public int Current { get; set; }

    [Parameter, EditorRequired]
    public required Func<int, string> HrefOf { get; set; }

    /// <summary>The size an address asks for; the smallest one when it asks for none of ours.</summary>
    public static int Of(int? asked) => asked is { } size && Sizes.Contains(size) ? size : Smallest;
}
