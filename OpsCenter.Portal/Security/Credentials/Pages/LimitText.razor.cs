using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>How fast a credential may call.</summary>
public sealed partial class LimitText
{
    [Inject]
    public required IOptions<MachineApiOptions> Options { get; init; }

    [Parameter, EditorRequired]
    public required MachineCredentialSettings Settings { get; set; }

    private string Default => $"{Options.Value.PermitsPerSecond:N0} calls per second, {Options.Value.Burst:N0} at once";
}
