using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using OpsCenter.Brigade.Cards;
using OpsCenter.Domain.RateCards;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Cards;

public sealed class RateCardDocumentTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { "version", "0" },
        { "version", "\"1\"" },
        { "currency", "\"XXX\"" },
        { "currency", "null" },
        { "effective_from", "\"yesterday\"" },
        { "default_agent_rate_per_1k", "0.005" },
        { "default_agent_rate_per_1k", "\"-1\"" },
        { "routes", "{}" },
        { "routes", "[ 1 ]" },
        { "agents", "null" },
        { "routes[0].class", "\"spot\"" },
        { "routes[0].input_cost_per_1k", "\"1e3\"" },
        { "routes[0].input_cost_per_1k", "null" },
        { "routes[0].markup_percent", "\"99999\"" },
        { "routes[0].active", "\"true\"" },
        { "routes[0].id", "\"7\"" },
        { "agents[0].failure_policy", "\"sometimes\"" },
        { "agents[0].preferred_class", "\"spot\"" },
        { "agents[0].min_fee", "\"-0.1\"" },
        { "tools[0].unit_price", "12" },
    };

    [Fact]
    public void The_card_is_read_as_Ops_Center_writes_it()
    {
        var written = new RateCard(7, DateTimeOffset.MinValue, new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero), Read(CardJson.Of(7)).Content);

        var read = RateCardDocument.Read(Portal.RateCards.RateCardDocument.Of(written).ToArray());

        read.Version.Should().Be(7);
        (read.EffectiveFrom, read.PublishedAt).Should().Be((written.EffectiveFrom, written.PublishedAt));
        read.Content.Should().BeEquivalentTo(written.Content, o => o.ComparingByMembers<RateCardContent>());
        read.FindRoute("openai:gpt-4")!.OutputPricePer1K.Should().Be(0.075m);
    }

    [Fact]
    public void A_preferred_class_is_read()
    {
        var card = CardJson.Of(1);
        card["agents"]![0]!["preferred_class"] = "house";

        Read(card).FindAgent("research_pro")!.PreferredClass.Should().Be(RouteClass.House);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_field_that_is_needed_and_wrong_makes_the_card_unusable(string field, string json)
    {
        var card = CardJson.Of(1);
        var (row, name) = Find(card, field);
        row[name] = JsonNode.Parse(json);

        var read = () => Read(card);

        read.Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData("version")]
    [InlineData("published_at")]
    [InlineData("routes")]
    [InlineData("routes[0].provider")]
    [InlineData("routes[0].active")]
    [InlineData("agents[0].min_fee")]
    [InlineData("tools[0].meter")]
    public void A_missing_field_is_named(string field)
    {
        var card = CardJson.Of(1);
        var (row, name) = Find(card, field);
        row.Remove(name);

        var read = () => Read(card);

        read.Should().Throw<FormatException>().WithMessage($"*{name}*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"version\": 1")]
    [InlineData("<html></html>")]
    public void What_is_no_card_is_refused(string text)
    {
        var read = () => RateCardDocument.Read(Encoding.UTF8.GetBytes(text));

        read.Should().Throw<FormatException>();
    }

    [Fact]
    public void Two_rows_of_one_name_are_refused()
    {
        var card = CardJson.Of(1);
        card["agents"]!.AsArray().Add(card["agents"]![0]!.DeepClone());

        var read = () => Read(card);

        read.Should().Throw<FormatException>().WithMessage("*research_pro*");
    }

    private static RateCard Read(JsonObject card) => RateCardDocument.Read(Encoding.UTF8.GetBytes(card.ToJsonString()));

    private static (JsonObject Row, string Name) Find(JsonObject card, string field) => field.Split("[0].") is [var section, var name]
        ? (card[section]![0]!.AsObject(), name)
        : (card, field);
}
