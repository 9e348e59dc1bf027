using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Shell.Navigation;

namespace OpsCenter.Portal.Shell;

public sealed partial class TopBar
{
    [Inject]
    public required IEnumerable<TopBarTool> Tools { get; init; }

    [Parameter]
    public Viewer? Viewer { get; set; }

    /// <summary>False for readers whose rail is empty; a menu button would open nothing for them.</summary>
    [Parameter]
    public bool HasRail { get; set; }
}
