namespace OpsCenter.Domain.Monetary;

/// <summary>An exact amount in one currency. Adding or comparing two currencies is a mistake in the program and throws.</summary>
/// <param name="Amount">The amount in whole units (dollars, not cents), at most <see cref="Rounding.FeeDecimals"/> decimals once rounded.</param>
/// <param name="Currency">The currency.</param>
public readonly record struct Money(decimal Amount, Currency Currency) : IComparable<Money>
{
    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>A fee or cost from its exact value: rounded once, to <see cref="Rounding.FeeDecimals"/> places.</summary>
    public static Money Fee(decimal exact, Currency currency) => new(Rounding.Fee(exact), currency);

    /// <summary>The larger of two amounts of one currency.</summary>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>True when the amount is below zero.</summary>
    public bool IsNegative => Amount < 0;

    public static Money operator +(Money left, Money right) => new(left.Amount + right.In(left.Currency), left.Currency);

    public static Money operator -(Money left, Money right) => new(left.Amount - right.In(left.Currency), left.Currency);

    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public int CompareTo(Money other) => Amount.CompareTo(other.In(Currency));

    /// <summary>The invoice amount: rounded to the currency's minor unit.</summary>
    public Money ToMinorUnit() => this with { Amount = Rounding.To(Amount, Currency.MinorUnits) };

    /// <summary>The exact amount and the code: <c>0.469 USD</c>.</summary>
    public override string ToString() => $"{DecimalText.Format(Amount)} {Currency}";

    private decimal In(Currency currency) =>
        Currency == currency ? Amount : throw new InvalidOperationException($"Cannot combine {currency} with {Currency}.");
}
