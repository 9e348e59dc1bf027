using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Byok;
using OpsCenter.Portal.Usage.Overview;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Byok;

/// <summary>The brief's job on an own key: agent and tools cost 0.094, and the model fee of 0.375 is avoided.</summary>
public sealed class ByokQueriesTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    private const string Gpt = "openai:gpt-4";

    [Fact]
    public async Task Jobs_on_own_keys_are_summed_by_route_the_largest_saving_first()
    {
        var customer = await CustomerAsync();
        await OwnAsync(customer, "anthropic:claude-3-opus");
        await OwnAsync(customer, Gpt);
        await OwnAsync(customer, Gpt);
        await OwnAsync(customer, "openai:gpt-9");
        await OwnAsync(fixture.Globex, Gpt);
        await fixture.RecordAsync(fixture.Brief(customer));

        var statement = await GetAsync(customer);

        statement.Rows.Select(Text).Should().Equal(
            $"{Gpt} 2, 0 unknown: 0.188, avoided 0.75", "anthropic:claude-3-opus 1, 0 unknown: 0.094, avoided 0.3", "openai:gpt-9 1, 1 unknown: 0.094, avoided 0");
        statement.Totals.Select(Text).Should().Equal(" 4, 1 unknown: 0.376, avoided 1.05");
        statement.Fallbacks.Should().BeEmpty();
        await ShouldHoldAsync();
    }

    [Theory]
    [InlineData(OverviewPeriod.Today, 0)]
    [InlineData(OverviewPeriod.Last7Days, 1)]
    [InlineData(OverviewPeriod.LastMonth, 0)]
    public async Task A_period_has_the_jobs_of_its_days(OverviewPeriod period, int routes)
    {
        var customer = await CustomerAsync();
        await OwnAsync(customer, Gpt);
        await FallbackAsync(customer, "key_refused", JobsFixture.Now.AddDays(-1));

        var statement = await GetAsync(customer, period);

        (statement.Rows.Length, statement.Totals.Length, statement.Fallbacks.Length).Should().Be((routes, routes, routes));
    }

    [Fact]
    public async Task A_voided_job_avoids_nothing_and_is_gone_from_the_statement()
    {
        var customer = await CustomerAsync();
        var (voided, _) = (await OwnAsync(customer, Gpt), await OwnAsync(customer, Gpt));

        await fixture.VoidAsync(voided);
        var one = await GetAsync(customer);
        await fixture.VoidAsync(await OwnAsync(fixture.Globex, "anthropic:claude-3-opus"));
        var none = await GetAsync(fixture.Globex);

        one.Rows.Select(Text).Should().Equal($"{Gpt} 1, 0 unknown: 0.094, avoided 0.375");
        none.Rows.Should().NotContain(row => row.Route == "anthropic:claude-3-opus");
        await ShouldHoldAsync();
    }

    [Fact]
    public async Task A_job_priced_anew_avoids_what_the_new_version_would_have_charged()
    {
        var customer = await CustomerAsync();
        var job = await OwnAsync(customer, Gpt);

        await fixture.RepriceAsync(job, version: 2);

        (await GetAsync(customer)).Rows.Select(Text).Should().Equal($"{Gpt} 1, 0 unknown: 0.094, avoided 0.405");
        await ShouldHoldAsync();
    }

    [Fact]
    public async Task A_job_priced_anew_without_its_route_avoids_nobody_knows_what()
    {
        var customer = await CustomerAsync();
        var job = await OwnAsync(customer, Gpt);

        await fixture.RepriceAsync(job, version: 3);

        (await GetAsync(customer)).Rows.Select(Text).Should().Equal($"{Gpt} 1, 1 unknown: 0.094, avoided 0");
        await ShouldHoldAsync();
    }

    [Fact]
    public async Task A_job_voided_and_charged_again_counts_once()
    {
        var customer = await CustomerAsync();
        var job = await OwnAsync(customer, Gpt);
        await fixture.VoidAsync(job);

        await fixture.RepriceAsync(job, version: 1);

        (await GetAsync(customer)).Rows.Select(Text).Should().Equal($"{Gpt} 1, 0 unknown: 0.094, avoided 0.375");
        await ShouldHoldAsync();
    }

    [Fact]
    public async Task Jobs_that_fell_back_tell_why_and_what_their_model_cost_the_newest_first()
    {
        var customer = await CustomerAsync();
        var charged = await FallbackAsync(customer, "key_refused", JobsFixture.Now.AddHours(-30));
        var held = await FallbackAsync(customer, "out_of_quota", JobsFixture.Now.AddHours(-3), "openai:gpt-9");
        var voided = await FallbackAsync(customer, "no_route", JobsFixture.Now.AddHours(-26));
        await FallbackAsync(fixture.Globex, "key_refused", JobsFixture.Now.AddHours(-2));
        await fixture.VoidAsync(voided);

        var statement = await GetAsync(customer);

        statement.Fallbacks.Select(row => (row.EventId, row.Route, row.Reason, row.LlmFee?.Amount)).Should().Equal(
            (held, "openai:gpt-9", "out_of_quota", null), (voided, Gpt, "no_route", 0m), (charged, Gpt, "key_refused", 0.375m));
        statement.HasMoreFallbacks.Should().BeFalse();
        statement.Rows.Should().BeEmpty("what fell back avoided nothing");
    }

    [Fact]
    public async Task More_of_them_than_a_statement_has_are_said_to_be_there()
    {
        var customer = await CustomerAsync();
        for (var i = 0; i < ByokQueries.MaxFallbacks; i++)
            await FallbackAsync(customer, "key_refused", JobsFixture.Now.AddMinutes(-i));
        var full = await GetAsync(customer);

        await FallbackAsync(customer, "key_unreadable", JobsFixture.Now.AddHours(-9));
        var more = await GetAsync(customer);

        (full.Fallbacks.Length, full.HasMoreFallbacks).Should().Be((ByokQueries.MaxFallbacks, false));
        (more.Fallbacks.Length, more.HasMoreFallbacks).Should().Be((ByokQueries.MaxFallbacks, true));
        more.Fallbacks.Should().Equal(full.Fallbacks, "the newest are shown");
    }

    private Task<Guid> CustomerAsync() => fixture.CreateCustomerAsync($"Example {Guid.CreateVersion7(JobsFixture.Now):N}");

    private Task<Guid> OwnAsync(Guid customer, string route)
    {
        var brief = fixture.Brief(customer);

        return fixture.RecordAsync(brief with { Usage = brief.Usage with { Route = route, Byok = true } });
    }

    private Task<Guid> FallbackAsync(Guid customer, string reason, DateTimeOffset at, string route = Gpt)
    {
        var brief = fixture.Brief(customer);

        return fixture.RecordAsync(brief with
        {
            OccurredAt = at,
            Usage = brief.Usage with { Route = route },
            Metadata = brief.Metadata.Add("byok_fallback", reason),
        });
    }

    private Task<ByokStatement> GetAsync(Guid customer, OverviewPeriod period = OverviewPeriod.Last7Days) =>
        new ByokQueries(fixture.Get<NpgsqlDataSource>(), fixture.Clock).GetAsync(JobsFixture.MemberOf(customer), customer, period, CancellationToken.None);

    private Task ShouldHoldAsync() => RollupCheck.ShouldHoldAsync(fixture.Get<NpgsqlDataSource>());

    private static string Text(ByokRow row) =>
        $"{row.Route} {row.Jobs}, {row.UnknownJobs} unknown: {DecimalText.Format(row.PlatformFee.Amount)}, avoided {DecimalText.Format(row.AvoidedFee.Amount)}";
}
