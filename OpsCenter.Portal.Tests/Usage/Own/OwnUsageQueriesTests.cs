using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Own;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Own;

public sealed class OwnUsageQueriesTests(OwnUsageFixture fixture) : IClassFixture<OwnUsageFixture>
{
    [Fact]
    public async Task A_billing_period_has_its_days_its_jobs_and_the_counters_of_its_limits()
    {
        var usage = await fixture.GetAsync();

        var figures = usage.Currencies.Should().ContainSingle().Which;
        (figures.Total.Jobs, figures.Total.Tokens).Should().Be((3, 24_000));
        figures.Total.Spend.Should().Be(usage.Billing!.Used, "roll-ups and the period's counters say the same");
        figures.Points.Should().HaveCount(30);
        figures.Points.Where(point => !point.Layers.IsEmpty).Should().HaveCount(15, "the other days are to come");
        figures.Points.Where(point => point.Layers.Sum(layer => layer.Jobs) > 0).Select(point => point.Start.Day).Should().Equal(2, 10);
        MeterLines.Of(usage.Billing, usage.Plan!, usage.ReadAt).Select(line => (line.Meter, line.Used)).Should().Equal(
            (Meters.InputTokens, 18_000m), (Meters.OutputTokens, 6_000m), (Meters.AgentTokens, 24_000m), (Meters.Searches, 9m));
    }

    [Theory]
    [InlineData(OwnDimension.Agent, "research_pro 3")]
    [InlineData(OwnDimension.Route, "openai:gpt-4 2, anthropic:claude-3-opus 1")]
    [InlineData(OwnDimension.Member, " 1, ana 2")]
    [InlineData(OwnDimension.Tool, "web.search 3")]
    public async Task The_breakdown_says_who_did_what_and_adds_up(OwnDimension dimension, string expected)
    {
        var figures = (await fixture.GetAsync(dimension: dimension)).Currencies[0];

        string.Join(", ", figures.Shares.Select(share => $"{share.Name} {share.Figures.Jobs}").Order()).Should().Be(string.Join(", ", expected.Split(", ").Order()));
        figures.Shares.Select(share => share.Figures).Aggregate((sum, next) => sum + next).Should().Be(figures.Total);
        figures.Points.SelectMany(point => point.Layers).Aggregate((sum, next) => sum + next).Should().Be(figures.Total);
        figures.Total.Spend.Amount.Should().Be(dimension is OwnDimension.Tool ? 0.09m : figures.Shares.Sum(share => share.Figures.Spend.Amount));
    }

    [Fact]
    public async Task Before_the_first_billing_period_there_are_days_but_no_limits()
    {
        var usage = await fixture.GetAsync(OwnPeriod.Previous);

        (usage.Span.From.Month, usage.Span.Until.Month, usage.Billing, usage.HasPlan).Should().Be((5, 6, null, true));
        usage.Currencies[0].Total.Should().Be(OwnFigures.Zero(Currency.Usd));
    }

    [Fact]
    public async Task Without_a_plan_the_periods_are_calendar_months_and_complete_hours_are_compared()
    {
        var customer = await fixture.Billing.CustomerAsync("No plan");
        await fixture.RecordAsync(customer, "2026-05-14T08:00:00Z", "ana");
        await fixture.RecordAsync(customer, "2026-05-15T12:10:00Z", "ana"); // later in the month than now
        await fixture.RecordAsync(customer, "2026-06-14T08:00:00Z", "ana");
        await fixture.RecordAsync(customer, "2026-06-15T12:10:00Z", "ana"); // in the hour that runs

        var usage = await fixture.GetAsync(customer: customer);

        (usage.HasPlan, usage.Billing, usage.Span.From.Day, usage.Span.Until.Month).Should().Be((false, null, 1, 7));
        var figures = usage.Currencies[0];
        (figures.Total.Jobs, figures.Complete.Jobs, figures.Previous.Jobs).Should().Be((2, 1, 1));
    }

    [Fact]
    public async Task A_customer_without_jobs_has_no_figures() =>
        (await fixture.GetAsync(customer: await fixture.Billing.CustomerAsync("New"))).Currencies.Should().BeEmpty();

    [Fact]
    public async Task Nobody_sees_the_usage_of_another_organisation_not_even_as_a_file()
    {
        var stranger = OwnUsageFixture.MemberOf(Guid.CreateVersion7(fixture.Billing.Clock.GetUtcNow()), OrganizationRole.Owner);

        var asked = () => fixture.Usages.GetAsync(stranger, fixture.Acme, OwnPeriod.Current, OwnDimension.Agent, CancellationToken.None);
        var exported = () => fixture.FileAsync(stranger, $"?customer={fixture.Acme}");

        await asked.Should().ThrowAsync<AccessDeniedException>();
        await exported.Should().ThrowAsync<AccessDeniedException>();
    }

    [Fact]
    public async Task The_file_has_the_breakdown_of_the_readers_own_organisation_and_for_operators_of_any()
    {
        const string row = "tool web.search 2026-06-01T00:00:00Z 2026-07-01T00:00:00Z 3    9 USD 0.09";
        var support = new Actor.User(Guid.Empty, PlatformRole.Support, null, null);

        (await fixture.FileAsync(OwnUsageFixture.MemberOf(fixture.Acme), "?by=tool")).Should().Equal(row);
        (await fixture.FileAsync(support, $"?by=tool&customer={fixture.Acme}")).Should().Equal(row);
    }

    [Fact]
    public async Task The_report_is_a_document()
    {
        var file = OwnUsageReport.Of(await fixture.GetAsync(), "Acme");

        using var document = UglyToad.PdfPig.PdfDocument.Open(file);
        var text = string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        text.Should().ContainAll("Usage report", "Acme", "1 Jun – 30 Jun 2026", "Included usage and limits", "research_pro", "24,000");
    }
}
