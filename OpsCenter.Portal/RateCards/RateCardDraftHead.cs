namespace OpsCenter.Portal.RateCards;

/// <summary>That an operator is editing the rate card, and from which version.</summary>
public sealed class RateCardDraftHead
{
    /// <summary>The operator; each has at most one draft.</summary>
    public required Guid OperatorId { get; init; }

    /// <summary>The version the changes were made to.</summary>
    public required int BaseVersion { get; set; }

    /// <summary>When the first change was made.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last change was made.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}
