using FluentAssertions;
using OpsCenter.Domain.Monetary;
using Xunit;

namespace OpsCenter.Portal.Tests.Monetary;

public sealed class CurrencyTests
{
    [Fact]
    public void A_code_finds_its_currency_with_the_smallest_coin()
    {
        Currency.Of("USD").Should().BeSameAs(Currency.Usd);
        Currency.Of("EUR").MinorUnits.Should().Be(2);
        Currency.Of("JPY").MinorUnits.Should().Be(0);
        Currency.Of("CHF").ToString().Should().Be("CHF");
    }

    [Theory]
    [InlineData("usd")]
    [InlineData("XXX")]
    [InlineData("")]
    [InlineData("USD ")]
    public void A_code_we_do_not_know_is_refused_by_name(string code)
    {
        var find = () => Currency.Of(code);

        find.Should().Throw<ArgumentException>().WithMessage($"*'{code}'*");
    }
}
