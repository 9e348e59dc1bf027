using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.Backend;

/// <summary>A payment of an invoice, tried or made.</summary>
public sealed record BilledPayment
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The whole payment.</summary>
    public required Money Amount { get; init; }

    /// <summary>How much of it pays this invoice.</summary>
    public required Money Allocated { get; init; }

    /// <summary>How much of it was given back.</summary>
    public required Money Refunded { get; init; }

    /// <summary>Where it stands.</summary>
    public required BilledPaymentState State { get; init; }

    /// <summary>Whether nobody was present: a renewal or a retry by the engine.</summary>
    public required bool Automatic { get; init; }

    /// <summary>The card, masked: <c>Visa ending in 4242</c>; null when it is not known.</summary>
    public string? Card { get; init; }

    /// <summary>Why it failed, as the payment provider codes it.</summary>
    public string? FailureCode { get; init; }

    /// <summary>What the card's bank said about it; the one text of a provider that customers may read.</summary>
    public string? FailureMessage { get; init; }

    /// <summary>A dispute about it; null when there is none.</summary>
    public DisputeState? Dispute { get; init; }
}
