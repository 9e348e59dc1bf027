using OpsCenter.Domain.Billing.CreditNotes;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.CreditNotes;

/// <summary>A credit note that was issued.</summary>
public sealed record CreditNoteView
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number on it.</summary>
    public required string Number { get; init; }

    /// <summary>Of which invoice it takes back.</summary>
    public required Guid InvoiceId { get; init; }

    /// <summary>That invoice's number.</summary>
    public required string InvoiceNumber { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether no money moves for it.</summary>
    public required bool TestMode { get; init; }

    /// <summary>Without tax.</summary>
    public required Money Subtotal { get; init; }

    /// <summary>The tax.</summary>
    public required Money Tax { get; init; }

    /// <summary>What becomes of the money.</summary>
    public required CreditSettlement Settlement { get; init; }

    /// <summary>Where its refund stands: <c>pending</c>, <c>succeeded</c>, <c>failed</c>; null when there is none.</summary>
    public string? RefundState { get; init; }

    /// <summary>What of which line is taken back.</summary>
    public required IReadOnlyList<CreditNoteLine> Lines { get; init; }

    /// <summary>With tax.</summary>
    public Money Total => Subtotal + Tax;
}
