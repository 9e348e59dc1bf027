using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>Why a job costs what it costs, for one reader: nothing is in it that the reader may not see.</summary>
public sealed record Receipt
{
    private const string FallbackName = "byok_fallback";

    /// <summary>Our identity of the job.</summary>
    public required Guid EventId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When its report arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who reported it.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own key; null when it gave none.</summary>
    public required string? JobId { get; init; }

    /// <summary>The customer; null while the reported one is none of ours.</summary>
    public required Guid? CustomerId { get; init; }

    /// <summary>The customer's name, or what was reported when it is none of ours.</summary>
    public required string CustomerName { get; init; }

    /// <summary>The member who ran it, in the source's words.</summary>
    public required string? MemberRef { get; init; }

    /// <summary>What its price depends on; without the provider's cost for readers who may not see costs.</summary>
    public required JobUsage Usage { get; init; }

    /// <summary>Reasoning tokens, part of the output.</summary>
    public required long ReasoningTokens { get; init; }

    /// <summary>What else the source said.</summary>
    public required ImmutableSortedDictionary<string, string> Metadata { get; init; }

    /// <summary>Why it ran on a paid route although the customer has a key of its own, as reported; null when it is no such job.</summary>
    public string? Fallback => Usage.Byok ? null : Metadata.GetValueOrDefault(FallbackName);

    /// <summary>What became of its price.</summary>
    public required JobState State { get; init; }

    /// <summary>Its hold; null when it was priced at once.</summary>
    public required StoredHold? Hold { get; init; }

    /// <summary>What was given back for it as a credit, apart from its price; null when nothing was.</summary>
    public required Money? Credited { get; init; }

    /// <summary>The sum of its ledger entries; null while there is none.</summary>
    public required ReceiptPrice? Net { get; init; }

    /// <summary>Who pays; null while there is no charge.</summary>
    public required ReceiptBilling? Billing { get; init; }

    /// <summary>The version behind <see cref="Steps"/>; null while there is no charge.</summary>
    public required int? RateCardVersion { get; init; }

    /// <summary>Whether its agent was disabled in the version of its first charge: it was priced all the same. False for readers who may not see costs.</summary>
    public required bool AgentWasDisabled { get; init; }

    /// <summary>How the charge in force, or else the last one, came about. Members see the customer's prices in it, not cost and markup.</summary>
    public required ImmutableArray<TraceStep> Steps { get; init; }

    /// <summary>Amounts of the ledger that the calculation does not arrive at; none when all is well.</summary>
    public required ImmutableArray<AmountDifference> Differences { get; init; }

    /// <summary>Its ledger entries in order.</summary>
    public required ImmutableArray<ReceiptEntry> Entries { get; init; }

    /// <summary>Whether costs and margins are shown.</summary>
    public required bool ShowsCosts { get; init; }

    /// <summary>Whether the reader may void and re-price this job. Held jobs have nothing to correct.</summary>
    public required bool CanBeCorrected { get; init; }
}
