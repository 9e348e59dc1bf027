using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>Names a change of monthly recurring revenue.</summary>
public static class MovementRule
{
    /// <summary>The movement; null when nothing moves.</summary>
    /// <param name="before">Worth a month before, 0 or more.</param>
    /// <param name="after">Worth a month after, 0 or more.</param>
    public static MovementKind? Of(Money before, Money after) => (before.Amount, after.Amount) switch
    {
        var (from, to) when from == to => null,
        (0, _) => MovementKind.New,
        (_, 0) => MovementKind.Churn,
        var (from, to) => to > from ? MovementKind.Expansion : MovementKind.Contraction,
    };
}
