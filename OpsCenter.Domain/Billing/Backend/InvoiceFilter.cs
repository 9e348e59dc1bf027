namespace OpsCenter.Domain.Billing.Backend;

/// <summary>Which invoices of a customer, and which page of them. What is null does not restrict.</summary>
public sealed record InvoiceFilter
{
    /// <summary>Most rows of a page.</summary>
    public const int MaxPageSize = 100;

    /// <summary>How they stand.</summary>
    public InvoiceBadge? Badge { get; init; }

    /// <summary>First day of issue, in UTC.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of issue, in UTC, included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Part of the number.</summary>
    public string? Number { get; init; }

    /// <summary>From 1; past the last page it is the last one.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows, 1…<see cref="MaxPageSize"/>.</summary>
    public int PageSize { get; init; } = 20;
}
