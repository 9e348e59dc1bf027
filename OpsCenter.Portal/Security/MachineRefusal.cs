using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security;

/// <summary>Why a recognised machine was refused; left on the request for the one who writes the answer.</summary>
internal abstract record MachineRefusal
{
    private MachineRefusal()
    {
    }

    public sealed record MissingScope(MachineScopes Scope) : MachineRefusal;

    public sealed record RateLimited(TimeSpan RetryAfter) : MachineRefusal;
}
