using FluentAssertions;
using FsCheck;
using FsCheck.Xunit;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Yaml;

namespace OpsCenter.Portal.Tests.RateCards.Yaml;

[Properties(Arbitrary = [typeof(ValidCards)], MaxTest = 300)]
public sealed class RateCardYamlProperties
{
    [Property]
    public void What_is_exported_and_imported_again_differs_in_nothing(RateCardContent card)
    {
        var sheet = RateCardSheet.Of(card);
        RateCardRules.Validate(sheet).Should().BeEmpty("only such cards are published");

        var reading = RateCardYamlReader.Read(RateCardYamlWriter.Write(7, sheet), Currency.Usd);

        reading.Problems.Should().BeEmpty();
        RateCardDiff.Between(sheet, reading.Card!.Over(sheet)).Should().BeEmpty();
        RateCardDiff.Between(reading.Card.Over(SampleCard.Sheet), sheet).Should().BeEmpty("the file alone says all of the card");
    }

    [Property]
    public void No_broken_copy_of_a_file_is_taken_for_a_failure_of_ours(RateCardContent card, NonNegativeInt at, char other)
    {
        var text = RateCardYamlWriter.Write(7, RateCardSheet.Of(card));
        var place = at.Get % text.Length;

        var reading = RateCardYamlReader.Read(text[..place] + other + text[(place + 1)..], Currency.Usd);

        (reading.Card is null).Should().Be(!reading.Problems.IsEmpty);
        reading.Problems.Should().NotContain(p => p.Line < 1 || p.Column < 1 || p.Message.Length == 0);
    }

    [Property]
    public void No_text_at_all_is_taken_for_a_failure_of_ours(string? text)
    {
        var reading = RateCardYamlReader.Read(text ?? "", Currency.Usd);

        reading.Card.Should().BeNull("hardly any text is a rate card");
        reading.Problems.Should().NotBeEmpty();
    }
}
