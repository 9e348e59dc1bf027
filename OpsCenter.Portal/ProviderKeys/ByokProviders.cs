using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>For which providers customers may use keys of their own.</summary>
public sealed class ByokProviders(CurrentVersion current, RateCardCache cards)
{
    /// <summary>Those with an active route that takes customers' keys, by the rate card in force, by name.</summary>
    internal async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var card = await cards.GetAsync(await current.NumberAsync(cancellationToken), cancellationToken);

        return [.. card.Content.Routes.Where(IsOpen).Select(route => route.Provider).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static bool IsOpen(LlmRoute route) => route is { Active: true, ByokEnabled: true };
}
