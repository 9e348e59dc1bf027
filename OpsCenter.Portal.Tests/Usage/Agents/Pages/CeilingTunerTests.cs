using System.Collections.Immutable;
using Bunit;
using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Usage.Agents;
using OpsCenter.Portal.Usage.Agents.Pages;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Agents.Pages;

public sealed class CeilingTunerTests : BunitContext
{
    private static readonly ImmutableArray<FeeBucket> Buckets = [new(0m, 10, 0m), new(0.10m, 970, 101.5m), new(0.40m, 12, 4.9m), new(2m, 8, 207.1m)];
    private readonly List<decimal> used = [];

    [Fact]
    public void It_says_what_a_ceiling_would_have_stopped_and_what_those_jobs_cost()
    {
        var tuner = Tuner(Buckets);

        tuner.Find("input[type=range]").Input("1");

        Text(tuner).Should().Contain("At $0.40, 2 % of the last 30 days' jobs would have stopped (20 of 1,000); they cost $212.00.")
            .And.Contain("Counted are jobs that cost $0.40 or more.");
        tuner.Find("input[type=range]").GetAttribute("aria-valuetext").Should().Be("$0.40");
    }

    [Fact]
    public void It_begins_where_a_few_jobs_are_stopped_and_hands_over_what_was_chosen()
    {
        var tuner = Tuner(Buckets);
        Text(tuner).Should().Contain("At $0.10");

        tuner.Find("input[type=range]").Input("2");
        tuner.Find("button").Click();

        used.Should().Equal(2m);
    }

    [Fact]
    public void It_tells_the_ceiling_in_force()
    {
        Text(Tuner(Buckets)).Should().Contain("There is none now.");
        Text(Tuner(Buckets, ceiling: 1.5m)).Should().Contain("It is $1.50 now.");
    }

    [Fact]
    public void Who_only_reads_may_try_and_not_use() => Tuner(Buckets, canUse: false).FindAll("button").Should().BeEmpty();

    [Fact]
    public void Without_jobs_that_cost_anything_there_is_nothing_to_try()
    {
        foreach (var none in (ImmutableArray<FeeBucket>[])[[], [new(0m, 5, 0m)]])
        {
            var tuner = Tuner(none);

            tuner.FindAll("input").Should().BeEmpty();
            Text(tuner).Should().Contain("a ceiling can be tried here");
        }
    }

    [Fact]
    public void When_prices_come_and_go_the_slider_stays_on_one_that_there_is()
    {
        var tuner = Tuner(Buckets);
        tuner.Find("input[type=range]").Input("2");

        tuner.Render(parameters => parameters.Add(one => one.Recent, new FeeHistogram(Currency.Usd, [new(0.10m, 1, 0.1m)])));

        Text(tuner).Should().Contain("At $0.10, 100 %");
    }

    private static string Text(IRenderedComponent<CeilingTuner> tuner) => string.Join(' ', tuner.Find("section").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<CeilingTuner> Tuner(ImmutableArray<FeeBucket> buckets, decimal? ceiling = null, bool canUse = true) => Render<CeilingTuner>(parameters => parameters
        .Add(tuner => tuner.Recent, new FeeHistogram(Currency.Usd, buckets))
        .Add(tuner => tuner.Ceiling, ceiling)
        .Add(tuner => tuner.CanUse, canUse)
        .Add(tuner => tuner.OnUse, chosen => used.Add(chosen)));
}
