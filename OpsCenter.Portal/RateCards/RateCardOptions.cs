using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>Rules of the house for prices; section <c>RateCards</c>.</summary>
public sealed class RateCardOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "RateCards";

    /// <summary>Percent of a price that shall be left after its cost, 0…99.9. Lower prices are published only with a reason.</summary>
    public decimal MarginFloorPercent { get; init; } = 10m;

    /// <summary>The same as a rule.</summary>
    public MarginFloor Floor => new(MarginFloorPercent);
}
