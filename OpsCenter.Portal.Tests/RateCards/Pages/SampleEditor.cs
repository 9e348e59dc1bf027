using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Pages;

namespace OpsCenter.Portal.Tests.RateCards.Pages;

/// <summary>The sample card opened in an editor, without a database.</summary>
internal static class SampleEditor
{
    public static RateCardEditor Open(bool canEdit = true)
    {
        var head = new RateCardVersion(1, Currency.Usd, 0.005m, DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch, "seed", "", null);
        var view = new DraftView(new RateCardVersionView(head, "Ops-Center"), SampleCard.Sheet, RateCardDraft.On(1), null, null);

        return new RateCardEditor(view, canEdit);
    }
}
