using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Shell.Navigation;

namespace OpsCenter.Portal.Shell;

/// <summary>
/// The links at the left. On narrow screens the same element is a native popover that the bar's menu button opens:
/// Esc, a click beside it and the focus order come from the browser, and it works before the circuit does.
/// </summary>
public sealed partial class NavigationRail
{
    public const string ElementId = "rail";

    [Parameter, EditorRequired]
    public required IReadOnlyList<NavigationItem> Items { get; set; }
}
