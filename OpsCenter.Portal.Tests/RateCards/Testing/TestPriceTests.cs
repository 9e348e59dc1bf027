using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.RateCards.Testing;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Testing;

public sealed class TestPriceTests : RateCardCommandTests
{
    private static readonly JobUsage Brief = new()
    {
        Agent = "research_pro",
        Route = "openai:gpt-4",
        InputTokens = 6_000,
        OutputTokens = 2_000,
        Tools = [new ToolUse("web.search", 3m)],
    };

    [Fact]
    public async Task The_draft_is_priced_as_typed_beside_the_version_in_force()
    {
        var sheet = (await DraftOf(Portal.Ana)).Sheet;

        var test = await PriceAsync(sheet.With(Gpt4, sheet.Rows[Gpt4].With(Markup, "50")), Brief);

        test.InForcePrice!.Total.Should().Be(new Money(0.469m, Currency.Usd));
        test.DraftPrice!.Total.Should().Be(new Money(0.544m, Currency.Usd), "0.3 × 1.5 + 0.064 + 0.03");
        test.Version.Should().Be(1);
        test.Draft!.Trace.Recompute().Should().BeEmpty();
        test.Draft.Trace.AmountOf(PricePart.Total).Should().Be(0.544m);
    }

    [Fact]
    public async Task What_is_half_written_elsewhere_does_not_matter_and_where_it_matters_it_is_named()
    {
        var sheet = (await DraftOf(Portal.Ana)).Sheet;
        var typed = sheet.With(Claude, sheet.Rows[Claude].With(InputCost, "0,")).With(Gpt4, sheet.Rows[Gpt4].With(OutputCost, "0.07"));

        (await PriceAsync(typed, Brief)).DraftPrice.Should().NotBeNull();
        var test = await PriceAsync(typed, Brief with { Route = Claude.Name });

        test.Draft.Should().BeNull();
        test.Unreadable.Should().Equal(Claude);
        test.InForcePrice.Should().NotBeNull();
    }

    [Fact]
    public async Task A_row_of_the_draft_alone_is_priced_by_it_and_held_by_the_version_in_force()
    {
        var sheet = (await DraftOf(Portal.Ana)).Sheet;
        var row = sheet.Rows[Gpt4].With(Model, "gpt-9");

        var test = await PriceAsync(sheet.With(row.Key, row), Brief with { Route = "openai:gpt-9" });

        test.DraftPrice!.Total.Should().Be(new Money(0.469m, Currency.Usd));
        test.InForcePrice.Should().BeNull();
        test.InForce.Result.Should().BeOfType<PricingResult.Held>();
    }

    [Fact]
    public async Task Testing_leaves_no_trace_and_is_for_who_may_see_costs()
    {
        var sheet = (await DraftOf(Portal.Ana)).Sheet;
        await PriceAsync(sheet, Brief);

        (await Portal.ScalarAsync<long>("select count(*) from usage_events")).Should().Be(0);
        await FluentActions.Awaiting(() => Portal.Get<TestPrice>().HandleAsync(Portal.Ana with { PlatformRole = null }, sheet, Brief, CancellationToken.None))
            .Should().ThrowAsync<AccessDeniedException>();
        await FluentActions.Awaiting(() => Portal.Get<TestPrice>().HandleAsync(Portal.Ana with { PlatformRole = PlatformRole.Finance }, sheet, Brief, CancellationToken.None))
            .Should().NotThrowAsync();
    }

    [Theory]
    [InlineData("6000", "2000", "", true)]
    [InlineData("6,000", "2,000", "6000", true)]
    [InlineData("6000", "2000", "6001", false)]
    [InlineData("6.5", "2000", "", false)]
    [InlineData("-1", "2000", "", false)]
    [InlineData("1000000001", "2000", "", false)]
    [InlineData("six", "2000", "", false)]
    public void Only_a_job_that_could_be_reported_is_priced(string input, string output, string cached, bool isJob)
    {
        var job = new SampleJob { Agent = "a", Route = "r", Input = input, Output = output, Cached = cached };

        (job.Read() is not null).Should().Be(isJob);
        (job.Problems().Count == 0).Should().Be(isJob);
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("0.000001", true)]
    [InlineData("0", false)]
    [InlineData("0.0000001", false)]
    [InlineData("1000001", false)]
    [InlineData("", false)]
    public void Units_of_a_tool_are_bounded_as_in_a_report(string units, bool isUse) =>
        (new SampleTool("web.search") { Units = units }.Read() is not null).Should().Be(isUse);

    private Task<PriceTest> PriceAsync(RateCardSheet draft, JobUsage job) =>
        Portal.Get<TestPrice>().HandleAsync(Portal.Ana, draft, job, CancellationToken.None);
}
