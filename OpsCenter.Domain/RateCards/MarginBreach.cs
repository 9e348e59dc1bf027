namespace OpsCenter.Domain.RateCards;

/// <summary>A row whose price leaves less than the <see cref="MarginFloor"/>.</summary>
/// <param name="Key">The model or tool.</param>
/// <param name="MarginPercent">What it leaves, in percent of the price; negative when it sells below cost.</param>
public sealed record MarginBreach(RateCardRowKey Key, decimal MarginPercent);
