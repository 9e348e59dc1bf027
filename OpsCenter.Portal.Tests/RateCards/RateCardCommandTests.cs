using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards;

/// <summary>Drafts and publishing against a real PostgreSQL. Every test has a database of its own.</summary>
public abstract class RateCardCommandTests : IAsyncLifetime
{
    protected static readonly RateCardRowKey Gpt4 = RateCardRowKey.Route("openai", "gpt-4");
    protected static readonly RateCardRowKey Claude = RateCardRowKey.Route("anthropic", "claude-3-opus");

    protected RateCardDatabase Portal { get; } = new();

    public Task InitializeAsync() => Portal.InitializeAsync();

    public Task DisposeAsync() => Portal.DisposeAsync();

    private protected Task<DraftView> DraftOf(Actor.User actor) => Portal.Get<GetDraft>().HandleAsync(actor, CancellationToken.None);

    private protected async Task<DraftOutcome> TypeAsync(Actor.User actor, RateCardRowKey key, RateCardColumn column, string text)
    {
        var view = await DraftOf(actor);
        var row = view.Sheet.Find(key)!.With(column, text);

        return await SaveAsync(actor, view.Draft.BaseVersion, key, row);
    }

    private protected Task<DraftOutcome> SaveAsync(Actor.User actor, int baseVersion, RateCardRowKey key, RateCardRow? row) =>
        Portal.Get<ChangeDraftRow>().HandleAsync(actor, new ChangeDraftRowInput(baseVersion, key, row), CancellationToken.None);

    private protected async Task<PublishOutcome> PublishAsync(Actor.User actor, string note = "New prices") =>
        await PublishAsync(actor, await DraftOf(actor), note);

    private protected Task<PublishOutcome> PublishAsync(Actor.User actor, DraftView reviewed, string note = "New prices") =>
        PublishAsync(actor, reviewed, new PublishTerms(note));

    private protected async Task<PublishOutcome> PublishAsync(Actor.User actor, PublishTerms terms) =>
        await PublishAsync(actor, await DraftOf(actor), terms);

    private protected Task<PublishOutcome> PublishAsync(Actor.User actor, DraftView reviewed, PublishTerms terms) =>
        Portal.Get<PublishRateCard>().HandleAsync(
            actor, new PublishRateCardInput(reviewed.Base.Version, reviewed.SavedAt ?? default, terms), CancellationToken.None);

    private protected Task<RateCardView> CurrentAsync() => Portal.Get<RateCardQueries>().CurrentAsync(Portal.Ana, CancellationToken.None);

    private protected static string InputCostOf(RateCardView card, RateCardRowKey key) =>
        RateCardSheet.Of(card.Content).Rows[key][InputCost];
}
