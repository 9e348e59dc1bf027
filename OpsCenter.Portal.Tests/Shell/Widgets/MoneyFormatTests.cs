using System.Globalization;
using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Widgets;

public sealed class MoneyFormatTests
{
    [Theory]
    [InlineData("0.469", "USD", "$0.469", "0.469000000000 USD")]
    [InlineData("0.4690000", "USD", "$0.469", "0.469000000000 USD")]
    [InlineData("0", "USD", "$0.00", "0.000000000000 USD")]
    [InlineData("12", "EUR", "€12.00", "12.000000000000 EUR")]
    [InlineData("-0.5", "GBP", "-£0.50", "-0.500000000000 GBP")]
    [InlineData("1234567.8", "USD", "$1,234,567.80", "1,234,567.800000000000 USD")]
    [InlineData("0.000000000001", "USD", "$0.000000000001", "0.000000000001 USD")]
    [InlineData("7.25", "CHF", "7.25 CHF", "7.250000000000 CHF")]
    public void An_amount_is_shown_to_its_last_digit(string amount, string currency, string shown, string onHover)
    {
        var money = new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.Of(currency));

        MoneyFormat.Exact(money).Should().Be(shown);
        MoneyFormat.AllDigits(money).Should().Be(onHover);
    }

    [Fact]
    public void An_amount_that_would_have_to_be_rounded_is_refused()
    {
        var tooFine = new Money(0.0000000000001m, Currency.Usd);

        var show = () => MoneyFormat.Exact(tooFine);

        show.Should().Throw<ArgumentException>();
    }
}
