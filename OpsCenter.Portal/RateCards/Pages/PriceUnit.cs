namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Number of tokens that costs and prices are shown and typed for. The card itself always holds them per 1,000.</summary>
public enum PriceUnit
{
    /// <summary>One token.</summary>
    Token,

    /// <summary>1,000 tokens.</summary>
    Thousand,

    /// <summary>1,000,000 tokens.</summary>
    Million,
}
