using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Reports;
using OpsCenter.Portal.Tests.Brigade.Reports;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade;

/// <summary>Brigade before the real portal: what the fake Ops-Center promises is what the portal does.</summary>
public sealed class PortalContractTests : IAsyncLifetime
{
    private readonly PortalHost portal = new();
    private readonly BrigadeFixture brigade = new();
    private readonly AnswerLog log = new();

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await brigade.InitializeAsync();
        brigade.OtherOpsCenter = portal.Address;
        brigade.Adjust = services => services.AddSingleton<IReportObserver>(log);
        await brigade.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await brigade.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Card_customer_and_reports_are_understood_on_both_sides_whatever_Brigades_clock_says()
    {
        var card = brigade.Services.GetRequiredService<CurrentCard>();
        await brigade.UntilAsync(() => card.InUse is { Source: CardSource.OpsCenter });
        card.InUse!.Card.FindRoute("openai:gpt-4").Should().NotBeNull();

        var customer = await brigade.Services.GetRequiredService<CustomerClient>().FindAsync("nobody", includeByokKeys: true, CancellationToken.None);
        var spool = brigade.Services.GetRequiredService<ReportSpool>();
        var clock = brigade.Services.GetRequiredService<OpsCenterClock>();
        await spool.AppendAsync(JobReports.Of("alone", clock.GetUtcNow()), CancellationToken.None);
        await brigade.UntilAsync(() => spool.Count == 0);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => spool.AppendAsync(JobReports.Of($"job-{i}", clock.GetUtcNow()), CancellationToken.None)));
        await spool.AppendAsync(JobReports.Of("alone"), CancellationToken.None);
        await brigade.UntilAsync(() => spool.Count == 0);

        customer.Should().BeOfType<CustomerLookup.Unknown>();
        log.Answers.Should().HaveCount(52);
        log.Answers.Count(answer => answer.Status == 201).Should().Be(51);
        log.Answers.First().Body.Should().Contain("\"hold_reason\":\"unknown_customer\"");
        log.Answers.Should().ContainSingle(answer => answer.Status == 409).Which.Should().Match<(string JobId, int, bool, string)>(
            answer => answer.JobId == "alone", "its moment is another than before");
    }
}
