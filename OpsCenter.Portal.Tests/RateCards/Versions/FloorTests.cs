using FluentAssertions;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Versions;

public sealed class FloorTests : RateCardCommandTests
{
    [Fact]
    public async Task Prices_below_the_floor_are_refused_without_a_reason_and_kept_with_it()
    {
        await TypeAsync(Portal.Ana, Gpt4, Markup, "5");

        var refused = await PublishAsync(Portal.Ana, new PublishTerms("Cheaper"));
        var done = await PublishAsync(Portal.Ana, new PublishTerms("Cheaper") { FloorReason = " To win the market " });

        refused.Should().BeOfType<PublishOutcome.BelowFloor>().Which.Breaches.Should().Equal(new MarginBreach(Gpt4, 4.8m));
        done.Should().BeOfType<PublishOutcome.Published>();
        (await CurrentAsync()).Published.Head.FloorReason.Should().Be("To win the market");
    }

    [Fact]
    public async Task A_row_that_was_below_the_floor_before_needs_no_new_reason()
    {
        await TypeAsync(Portal.Ana, Gpt4, Markup, "5");
        await PublishAsync(Portal.Ana, new PublishTerms("Cheaper") { FloorReason = "To win the market" });
        await TypeAsync(Portal.Ana, Claude, Markup, "30");

        var outcome = await PublishAsync(Portal.Ana, new PublishTerms("Dearer") { FloorReason = "Not needed" });

        outcome.Should().BeOfType<PublishOutcome.Published>();
        (await CurrentAsync()).Published.Head.FloorReason.Should().BeNull();
    }
}
