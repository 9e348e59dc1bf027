using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>The prices of a replay and where they come from.</summary>
/// <param name="BaseVersion">The version itself, or the one the draft is based on.</param>
/// <param name="Content">The prices.</param>
/// <param name="ChangeCount">Rows by which a draft differs from its base; 0 for a version.</param>
public sealed record ReplayCard(int BaseVersion, RateCardContent Content, int ChangeCount)
{
    /// <summary>The same as something that prices. Its number is that of its base; nothing is ever posted by it.</summary>
    internal RateCard ToCard() => new(BaseVersion, DateTimeOffset.MinValue, DateTimeOffset.MinValue, Content);
}
