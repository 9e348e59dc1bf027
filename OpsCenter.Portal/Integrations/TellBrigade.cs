using System.Text.Json;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Integrations;

/// <summary>
/// Tells Brigade of a version that came into force. It is done when Brigade has the version in force, which may be a later one, or an
/// earlier one when this version was called off.
/// </summary>
internal sealed class TellBrigade(BrigadeDesk desk, RateCardQueries cards) : IOutboxHandler
{
    private static readonly Actor.System Actor = new("brigade");

    public string Kind => BrigadeRefreshMessage.Kind;

    public async Task HandleAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var version = payload.GetProperty(BrigadeRefreshMessage.VersionField).GetInt32();
        var inForce = (await cards.VersionsAsync(Actor, before: null, take: 1, cancellationToken)).Single().Version;

        switch (await desk.RefreshAsync(version, cancellationToken))
        {
            case BrigadeAnswer<BrigadeCard>.Failed failed:
                throw new BrigadeRefusedException(failed.Reason);
            case BrigadeAnswer<BrigadeCard>.Given { Value.Version: var had } when had < inForce:
                throw new BrigadeRefusedException($"Brigade still has version {had}, and version {inForce} is in force.");
        }
    }
}
