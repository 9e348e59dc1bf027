using OpsCenter.Domain.Integrations;

namespace OpsCenter.Portal.Integrations;

/// <summary>What is known of Brigade.</summary>
/// <param name="AskedAt">When it was last asked anything.</param>
public sealed record BrigadeSeen(DateTimeOffset AskedAt)
{
    /// <summary>When it last answered; null before the first time.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Why the last question has no answer, in a sentence; null when it has.</summary>
    public string? Error { get; init; }

    /// <summary>What it said when it last answered.</summary>
    public BrigadeStatus? Status { get; init; }

    /// <summary>When it was last to be told of a version, connected or not; null before the first time.</summary>
    public DateTimeOffset? RefreshAskedAt { get; init; }

    /// <summary>Of which version.</summary>
    public int? RefreshVersion { get; init; }
}
