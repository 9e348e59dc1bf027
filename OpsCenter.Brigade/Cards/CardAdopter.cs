using OpsCenter.Brigade.Status;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Brigade.Cards;

/// <summary>
/// Takes rate cards into use: from disk at the start, from Ops-Center whenever it is asked. A card that cannot be read changes nothing. Versions
/// only grow, so one that is older than Ops-Center's last one comes from an instance that is behind and is left; unless it stays so for a
/// minute, because then Ops-Center was restored from a backup. Never called twice at once.
/// </summary>
internal sealed class CardAdopter(CurrentCard current, CardClient client, CardFile file, Troubles troubles, BrigadeMetrics metrics, TimeProvider clock)
{
    private static readonly TimeSpan BelievedAfter = TimeSpan.FromMinutes(1);

    private string? tag;
    private DateTimeOffset? olderSince;

    /// <summary>Takes the copy on disk into use, if there is one that can be used.</summary>
    public void LoadFromDisk()
    {
        try
        {
            if (file.Load() is { } stored)
                current.Use(new CardInUse(RateCardDocument.Read(stored.Body), stored.FetchedAt, CardSource.Disk, Stale: true));
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or FormatException)
        {
            troubles.Note(TroubleArea.CardCopy, $"The rate card in {file.Location} is not used: {reason.Message}");
        }
    }

    /// <summary>Asks Ops-Center for the card in force and takes it into use.</summary>
    /// <exception cref="CardUnavailableException">There is none to be had, or none that can be used.</exception>
    public async Task<RefreshOutcome> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var outcome = Take(await client.GetAsync(tag, cancellationToken));
            troubles.Clear(TroubleArea.RateCard);
            metrics.CountCardRequest(outcome.Changed ? "changed" : "unchanged");
            return outcome;
        }
        catch (CardUnavailableException reason)
        {
            current.MarkStale();
            troubles.Note(TroubleArea.RateCard, current.InUse is { } card ? $"{reason.Message} Jobs go on with version {card.Card.Version}." : reason.Message);
            metrics.CountCardRequest("failed");
            throw;
        }
    }

    private RefreshOutcome Take(CardAnswer answer)
    {
        var now = clock.GetUtcNow();
        var before = current.InUse;
        if (answer.Body is not { } body)
        {
            var confirmed = before! with { FetchedAt = now, Stale = false }; // the tag was of a card in use
            current.Use(confirmed);
            return new RefreshOutcome(confirmed.Card.Version, now, Changed: false);
        }

        var card = Read(body);
        RefuseOlder(card, before, now);
        Keep(new StoredCard(body, now));
        tag = answer.Tag;
        current.Use(new CardInUse(card, now, CardSource.OpsCenter, Stale: false));
        return new RefreshOutcome(card.Version, now, card.Version != before?.Card.Version);
    }

    private static RateCard Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return RateCardDocument.Read(body);
        }
        catch (FormatException reason)
        {
            throw new CardUnavailableException($"Ops-Center's rate card cannot be used: {reason.Message}", reason);
        }
    }

    // What the disk holds may be of before a restored backup; what Ops-Center says now counts more.
    private void RefuseOlder(RateCard card, CardInUse? before, DateTimeOffset now)
    {
        if (before is not { Source: CardSource.OpsCenter } || card.Version >= before.Card.Version)
        {
            olderSince = null;
            return;
        }

        olderSince ??= now;
        if (now - olderSince < BelievedAfter)
            throw new CardUnavailableException($"Ops-Center answered with version {card.Version}, which is older than {before.Card.Version}.");
        olderSince = null;
    }

    private void Keep(StoredCard card)
    {
        try
        {
            file.Save(card);
            troubles.Clear(TroubleArea.CardCopy);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            troubles.Note(TroubleArea.CardCopy, $"The rate card could not be kept in {file.Location}: {reason.Message}");
        }
    }
}
