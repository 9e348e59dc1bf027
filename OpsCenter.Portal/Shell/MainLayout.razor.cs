using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using OpsCenter.Portal.Shell.Navigation;

namespace OpsCenter.Portal.Shell;

/// <summary>The frame of every page for signed-in people: bar, rail, content.</summary>
public sealed partial class MainLayout
{
    private RecordingErrorBoundary? boundary;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>Null in a circuit.</summary>
    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    private Viewer? Viewer { get; set; }

    private IReadOnlyList<NavigationItem> Items { get; set; } = [];

    // A bare "#content" would be resolved against the base address and leave the page. A page that stands in for another one, such as for one that
    // does not exist, is seen at that one's address.
    private string PathAndQuery => HttpContext?.Features.Get<IStatusCodeReExecuteFeature>() is { } original
        ? new PathString(original.OriginalPath) + new QueryString(original.OriginalQueryString)
        : "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    protected override async Task OnParametersSetAsync()
    {
        Viewer = Viewer.From((await Authentication).User);
        Items = NavigationCatalog.For(Viewer);
        // Another page may work although the last one failed.
        Recover();
    }

    private void Recover() => boundary?.Recover();
}
