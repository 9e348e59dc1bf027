using FluentAssertions;
using OpsCenter.Domain.Billing;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Accounts;

/// <summary>Ids that companies print on their own pages, and the same with one digit changed.</summary>
public sealed class VatChecksumTests
{
    [Theory]
    [InlineData("AT", "ATU10223006")]
    [InlineData("BE", "BE0776091951")]
    [InlineData("DE", "DE136695976")]
    [InlineData("DK", "DK13585628")]
    [InlineData("EE", "EE100207415")]
    [InlineData("FI", "FI20774740")]
    [InlineData("FR", "FR83404833048")]
    [InlineData("GR", "EL094259216")]
    [InlineData("HR", "HR33392005961")]
    [InlineData("HU", "HU12892312")]
    [InlineData("IT", "IT00743110157")]
    [InlineData("LU", "LU15027442")]
    [InlineData("MT", "MT11679112")]
    [InlineData("PL", "PL8567346215")]
    [InlineData("PT", "PT501964843")]
    [InlineData("SE", "SE123456789701")]
    [InlineData("SI", "SI50223054")]
    [InlineData("SK", "SK2021853504")]
    public void Right_digits_hold_and_a_changed_one_does_not(string country, string id)
    {
        var place = id.Length - 3;
        var changed = $"{id[..place]}{(id[place] - '0' + 1) % 10}{id[(place + 1)..]}";

        VatId.IsValid(id, country).Should().BeTrue();
        VatChecksum.Holds(id, country).Should().BeTrue();
        VatChecksum.Holds(changed, country).Should().BeFalse();
    }

    [Fact]
    public void Of_a_country_that_publishes_no_rule_only_the_shape_is_known()
    {
        VatChecksum.Holds("LT123456789", "LT").Should().BeTrue();
        BillingDetailsRules.ProblemsOf(new BillingDetails { Country = "LT", TaxId = "LT1234" }).Should().ContainKey(BillingDetailsField.TaxId);
    }

    [Theory]
    [InlineData("DE", "DE136695977", "check digit")]
    [InlineData("DE", "136695976", "begins with DE")]
    [InlineData("GR", "GR094259216", "begins with EL")]
    public void A_wrong_id_is_refused_in_words(string country, string id, string words) =>
        BillingDetailsRules.ProblemsOf(new BillingDetails { Country = country, TaxId = id })[BillingDetailsField.TaxId].Should().Contain(words);

    [Fact]
    public void Outside_of_the_Union_a_tax_id_is_free_text_but_needs_its_country()
    {
        BillingDetailsRules.ProblemsOf(new BillingDetails { Country = "US", TaxId = "123456789" }).Should().BeEmpty();
        BillingDetailsRules.ProblemsOf(new BillingDetails { TaxId = "123456789" }).Should().ContainKey(BillingDetailsField.Country);
    }
}
