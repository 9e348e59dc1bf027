using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Ledger;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Corrections;

/// <summary>What a correction would do, worked out from the stored job alone; preview and command share it.</summary>
internal static class CorrectionPlan
{
    /// <summary>The effect of voiding.</summary>
    public static CorrectionOutcome Void(StoredJob job) => job switch
    {
        { State: JobState.Held or JobState.WrittenOff } => NotCharged(job.State),
        { Credited: { } credited } => new CorrectionOutcome.Refused(
            CorrectionRefusal.AlreadyCredited, $"{credited} was given back for this job as a credit. Voiding it would give the money back twice."),
        { ChargeInForce: { } charge } => new CorrectionOutcome.Ready(
            new CorrectionPreview(job.EventId, job.LastSeq, charge.Price, charge.RateCardVersion, Nothing(charge), null)),
        _ => new CorrectionOutcome.Refused(CorrectionRefusal.AlreadyVoided, "This job is already voided."),
    };

    /// <summary>The effect of pricing it with another version.</summary>
    public static CorrectionOutcome Reprice(StoredJob job, RateCard card)
    {
        if (job.LastCharge is not { } last)
            return NotCharged(job.State);

        var before = job.ChargeInForce;

        return JobPricer.Price(card, job.Usage) switch
        {
            PricingResult.Priced { Price: var price } => ReadyUnlessSame(new CorrectionPreview(
                job.EventId, job.LastSeq, before?.Price ?? Nothing(last), before?.RateCardVersion, price, card.Version)),
            PricingResult.Held held => new CorrectionOutcome.Refused(
                CorrectionRefusal.PriceMissing,
                $"Version {card.Version} has no price for {HoldWords.Of(held.Causes)}. Choose another version."),
            var result => throw new InvalidOperationException($"No rule for {result}."),
        };
    }

    /// <summary>The ledger entries that carry out a preview: a reversal of the charge in force, then a new charge; either may be absent.</summary>
    public static ImmutableArray<LedgerEntry> Entries(
        StoredJob job, CorrectionPreview preview, DateTimeOffset now, string postedBy, string reason)
    {
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>(2);
        var origin = job.LastCharge ?? throw new InvalidOperationException("A job without a charge cannot be corrected.");
        var next = origin with { Seq = job.LastSeq + 1, PostedAt = now, PostedBy = postedBy, Reason = reason, ReversesSeq = null };

        if (job.ChargeInForce is { } charge)
            entries.Add(next with { Kind = LedgerEntryKind.Reversal, Price = charge.Price.Negated(), ReversesSeq = charge.Seq });

        if (preview.AfterVersion is { } version)
            entries.Add(next with { Seq = next.Seq + entries.Count, Price = preview.After, RateCardVersion = version });

        return entries.ToImmutable();
    }

    private static CorrectionOutcome.Refused NotCharged(JobState state) => new(
        CorrectionRefusal.NotCharged,
        state is JobState.WrittenOff
            ? "This job was written off: nothing was ever charged for it."
            : "This job is held: nothing is charged yet. Resolve the hold instead.");

    private static CorrectionOutcome ReadyUnlessSame(CorrectionPreview preview) => preview.ChangesNothing
        ? new CorrectionOutcome.Refused(
            CorrectionRefusal.ChangesNothing, $"Version {preview.AfterVersion} is the one that priced this job. Choose another version.")
        : new CorrectionOutcome.Ready(preview);

    private static JobPrice Nothing(LedgerEntry charge)
    {
        var zero = Money.Zero(charge.Price.Total.Currency);

        return new JobPrice(zero, zero, zero, zero, zero);
    }
}
