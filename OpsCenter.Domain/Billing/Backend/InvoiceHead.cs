using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing.Backend;

/// <summary>An invoice as a row of a list.</summary>
public sealed record InvoiceHead
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number on it: <c>INV-000042</c>.</summary>
    public required string Number { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>First moment of what it is about.</summary>
    public required DateTimeOffset PeriodStart { get; init; }

    /// <summary>First moment after that.</summary>
    public required DateTimeOffset PeriodEnd { get; init; }

    /// <summary>What it asks for, tax included.</summary>
    public required Money Total { get; init; }

    /// <summary>What payments cover, less what refunds and lost disputes took away again.</summary>
    public required Money Paid { get; init; }

    /// <summary>By how much credit notes reduced what is asked for.</summary>
    public required Money Credited { get; init; }

    /// <summary>How it stands.</summary>
    public required InvoiceBadge Badge { get; init; }

    /// <summary>Why the last payment failed, as the payment provider codes it; null when it did not.</summary>
    public string? FailureCode { get; init; }

    /// <summary>What is still owed.</summary>
    public Money Due => Badge is InvoiceBadge.Paid or InvoiceBadge.Void ? Money.Zero(Total.Currency) : Total - Paid - Credited;
}
