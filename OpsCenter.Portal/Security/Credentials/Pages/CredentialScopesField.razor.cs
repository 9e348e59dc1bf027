using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>What a credential may do, each scope with its meaning.</summary>
public sealed partial class CredentialScopesField
{
    private static readonly MachineScopes[] Choices = [MachineScopes.UsageWrite, MachineScopes.RateCardRead, MachineScopes.ByokRead];

    [Parameter, EditorRequired]
    public required CredentialForm Form { get; set; }

    [Parameter]
    public string? Problem { get; set; }
}
