using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security;

/// <summary>The text forms of scopes, as the contract names them.</summary>
public static class MachineScopeText
{
    private static readonly (MachineScopes Scope, string Text)[] Forms =
    [
        (MachineScopes.UsageWrite, "usage:write"),
        (MachineScopes.RateCardRead, "rate-card:read"),
        (MachineScopes.ByokRead, "byok:read"),
    ];

    /// <summary>The texts of all scopes in a set.</summary>
    public static string[] ToTexts(MachineScopes scopes) => [.. Forms.Where(f => scopes.HasFlag(f.Scope)).Select(f => f.Text)];

    /// <summary>The set of scopes; unknown texts grant nothing.</summary>
    public static MachineScopes Parse(string[] texts) =>
        Forms.Where(f => texts.Contains(f.Text)).Aggregate(MachineScopes.None, (all, f) => all | f.Scope);
}
