using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>What a credential may do, one chip a scope.</summary>
public sealed partial class ScopeChips
{
    [Parameter, EditorRequired]
    public MachineScopes Scopes { get; set; }
}
