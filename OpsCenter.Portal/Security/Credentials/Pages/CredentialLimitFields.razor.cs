using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>How fast a credential may call.</summary>
public sealed partial class CredentialLimitFields
{
    [Inject]
    public required IOptions<MachineApiOptions> Options { get; init; }

    [Parameter, EditorRequired]
    public required CredentialForm Form { get; set; }

    [Parameter]
    public string? PermitsProblem { get; set; }

    [Parameter]
    public string? BurstProblem { get; set; }

    // With a rate of its own and nothing here, as many may come at once as in a second.
    private string BurstPlaceholder => string.IsNullOrWhiteSpace(Form.PermitsPerSecond) ? Options.Value.Burst.ToString("N0") : Form.PermitsPerSecond.Trim();
}
