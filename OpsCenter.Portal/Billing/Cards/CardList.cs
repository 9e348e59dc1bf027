namespace OpsCenter.Portal.Billing.Cards;

/// <summary>A customer's saved cards.</summary>
/// <param name="Cards">The default one first.</param>
/// <param name="PaysFor">What renews, in words: <c>the Starter plan</c>; null when nothing does.</param>
public sealed record CardList(IReadOnlyList<CardView> Cards, string? PaysFor);
