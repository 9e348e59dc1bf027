namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>A card as typed into the form. Bound by the framework; kept nowhere.</summary>
public sealed class CardEntry
{
    /// <summary>A saved card's id; empty: the fields below.</summary>
    public string? Saved { get; set; }

    /// <summary>The number, with or without blanks.</summary>
    public string? Number { get; set; }

    /// <summary>Month and year: <c>12/34</c>.</summary>
    public string? Expiry { get; set; }

    /// <summary>The code on the card.</summary>
    public string? Cvc { get; set; }

    /// <summary>The name on the card.</summary>
    public string? Holder { get; set; }
}
