using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Integrations;

namespace OpsCenter.Portal.Integrations;

/// <summary>Asks Brigade how it is because an operator wants to know whether the connection works. Changes nothing there.</summary>
public sealed class TestBrigade(BrigadeDesk desk)
{
    /// <summary>Asks it.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage integrations.</exception>
    public async Task<BrigadeOutcome> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageIntegrations);

        return await desk.LookAsync(cancellationToken) switch
        {
            BrigadeAnswer<BrigadeStatus>.Given { Value.CardVersion: { } version } => new BrigadeOutcome(true, $"Connection tested: Brigade answers and has version {version}"),
            BrigadeAnswer<BrigadeStatus>.Given => new BrigadeOutcome(true, "Connection tested: Brigade answers and has no rate card yet"),
            BrigadeAnswer<BrigadeStatus>.Failed failed => new BrigadeOutcome(false, failed.Reason),
            _ => BrigadeOutcome.NotConnected,
        };
    }
}
