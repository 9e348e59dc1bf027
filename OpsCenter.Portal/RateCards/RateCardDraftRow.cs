namespace OpsCenter.Portal.RateCards;

/// <summary>One changed row of an operator's draft.</summary>
public sealed class RateCardDraftRow
{
    /// <summary>The operator whose draft it is.</summary>
    public required Guid OperatorId { get; init; }

    /// <summary>Which part of the card.</summary>
    public required string Section { get; init; }

    /// <summary>Natural key of the row in its section.</summary>
    public required string RowKey { get; init; }

    /// <summary>The row as typed, as JSON; null: the row is deleted.</summary>
    public string? Content { get; set; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset ChangedAt { get; set; }
}
