using FluentAssertions;
using OpsCenter.Domain.Monetary;
using Xunit;

namespace OpsCenter.Portal.Tests.Monetary;

public sealed class MoneyTests
{
    private static readonly Currency Yen = Currency.Of("JPY");

    [Fact]
    public void Amounts_of_one_currency_add_subtract_and_negate_exactly()
    {
        (Usd(0.1m) + Usd(0.2m)).Should().Be(Usd(0.3m));
        (Usd(0.469m) - Usd(0.5m)).Should().Be(Usd(-0.031m));
        (-Usd(0.469m)).Should().Be(Usd(-0.469m));
        (Usd(1m) - Usd(1m)).Should().Be(Money.Zero(Currency.Usd));
    }

    [Fact]
    public void Trailing_zeros_do_not_make_another_amount()
    {
        var (padded, trimmed) = (Usd(0.3750m), Usd(0.375m));

        padded.Should().Be(trimmed);
        padded.GetHashCode().Should().Be(trimmed.GetHashCode());
        padded.ToString().Should().Be("0.375 USD");
    }

    [Fact]
    public void Amounts_compare_by_size()
    {
        (Usd(1m) < Usd(2m)).Should().BeTrue();
        (Usd(2m) > Usd(1m)).Should().BeTrue();
        (Usd(1m) <= Usd(1.0m)).Should().BeTrue();
        (Usd(1m) >= Usd(1.1m)).Should().BeFalse();
        Money.Max(Usd(1m), Usd(2m)).Should().Be(Usd(2m));
        Money.Max(Usd(2m), Usd(1m)).Should().Be(Usd(2m));
        Usd(-0.01m).IsNegative.Should().BeTrue();
        Usd(0m).IsNegative.Should().BeFalse();
    }

    [Fact]
    public void Two_currencies_never_mix()
    {
        var yen = new Money(1m, Yen);
        Action[] mixtures = [() => _ = Usd(1m) + yen, () => _ = Usd(1m) - yen, () => _ = Usd(1m) < yen, () => _ = Money.Max(Usd(1m), yen)];

        foreach (var mix in mixtures)
        {
            mix.Should().Throw<InvalidOperationException>().WithMessage("*USD*JPY*");
        }

        yen.Should().NotBe(Usd(1m));
    }

    [Fact]
    public void A_fee_is_rounded_once_to_12_decimals() =>
        Money.Fee(0.1234567890125m, Currency.Usd).Should().Be(Usd(0.123456789013m));

    [Theory]
    [InlineData("USD", 0.005, 0.01)]
    [InlineData("USD", -0.005, -0.01)]
    [InlineData("USD", 0.0049, 0)]
    [InlineData("JPY", 0.5, 1)]
    [InlineData("JPY", 149.4, 149)]
    public void An_invoice_amount_is_rounded_to_the_smallest_coin(string code, double exact, double rounded)
    {
        var currency = Currency.Of(code);

        var amount = new Money((decimal)exact, currency).ToMinorUnit();

        amount.Should().Be(new Money((decimal)rounded, currency));
    }

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
