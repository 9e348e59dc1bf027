using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Shell.Navigation;

namespace OpsCenter.Portal.Shell;

public sealed partial class UserMenu
{
    [Parameter, EditorRequired]
    public required Viewer Viewer { get; set; }
}
