using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>A published version as YAML. It holds costs and margins, so only who may see these gets it.</summary>
public sealed class ExportRateCard(RateCardQueries queries)
{
    /// <summary>Writes a version.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="version">The version; null for the newest.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null when there is no version of that number.</returns>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards.</exception>
    public async Task<RateCardFile?> HandleAsync(Actor actor, int? version, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);
        var card = version is { } number
            ? await queries.FindAsync(actor, number, cancellationToken)
            : await queries.CurrentAsync(actor, cancellationToken);

        return card is null
            ? null
            : new RateCardFile($"rate-card-v{card.Published.Version}.yaml", RateCardYamlWriter.Write(card.Published.Version, RateCardSheet.Of(card.Content)));
    }
}
