using System.Globalization;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Overview;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Overview;

/// <summary>
/// Eleven jobs around Monday, 15 June 2026, 12:30 UTC, each the brief's: charged at 0.469 and costing 0.315, so that 0.154 is left.
/// </summary>
public sealed class OverviewFixture : IAsyncLifetime
{
    public JobsFixture Jobs { get; } = new();

    public async Task InitializeAsync()
    {
        await Jobs.InitializeAsync();
        Jobs.Clock.SetUtcNow(At("2026-06-15 12:30"));
        await RecordAsync("2026-06-15 10:00", Jobs.Acme);
        await RecordAsync("2026-06-15 12:10", Jobs.Acme); // in the hour that is still running
        await RecordAsync("2026-06-14 09:00", Jobs.Globex);
        await RecordAsync("2026-06-14 13:00", Jobs.Globex); // later in the day than now
        await Jobs.VoidAsync(await RecordAsync("2026-06-13 08:00", Jobs.Acme));
        await RecordAsync("2026-06-12 08:00", Jobs.Acme, job => job with { Status = JobStatus.Failed });
        await RecordAsync("2026-06-11 08:00", Guid.CreateVersion7(At("2026-06-11 08:00"))); // of a customer nobody knows
        await RecordAsync("2026-06-10 08:00", Jobs.Acme, job => job with { Route = "openai:gpt-9" }); // without a price
        await RecordAsync("2026-05-20 08:00", Jobs.Globex);
        await RecordAsync("2026-05-15 12:05", Jobs.Globex); // a minute too late to be compared
        await RecordAsync("2026-05-15 11:59", Jobs.Globex);
    }

    public Task DisposeAsync() => Jobs.DisposeAsync();

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal Task<PlatformOverview> GetAsync(OverviewPeriod period) => GetAsync(JobsFixture.Finance, period);

    internal Task<PlatformOverview> GetAsync(Actor actor, OverviewPeriod period, Guid? customer = null) =>
        new OverviewQueries(Jobs.Get<NpgsqlDataSource>(), Jobs.Get<CustomerQueries>(), Jobs.Clock).GetAsync(actor, period, new OverviewScope(customer), CancellationToken.None);

    private Task<Guid> RecordAsync(string at, Guid customer, Func<JobUsage, JobUsage>? change = null)
    {
        var brief = Jobs.Brief(customer);
        UsageReport report = brief with { OccurredAt = At(at), Usage = change is null ? brief.Usage : change(brief.Usage) };

        return Jobs.RecordAsync(report);
    }
}
