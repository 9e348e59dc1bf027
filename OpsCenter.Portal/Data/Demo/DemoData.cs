using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Usage.Recording;

namespace OpsCenter.Portal.Data.Demo;

/// <summary>Fills an empty portal with sample customers, their plans, payments and jobs, day by day, through the same commands that real ones go through.</summary>
internal sealed partial class DemoData(
    CreateCustomer createCustomer, RecordUsage recordUsage, DemoOwner owner, DemoHistory history, NpgsqlDataSource database, DemoClock clock, ILogger<DemoData> logger)
    : IHostedService
{
    private const int ProgressEvery = DemoJobs.Count / 10;
    private static readonly TimeSpan Morning = TimeSpan.FromSeconds(5);
    private static readonly Actor.System Demo = new("demo");

    /// <summary>Makes the sample data.</summary>
    /// <exception cref="HostingException">The database already has usage: sample jobs must never stand beside real ones.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var command = database.CreateCommand("select exists (select from usage_events)"))
        {
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                throw new HostingException(
                    "This database already has usage, so no sample data is added. Start without --demo, or set OPSCENTER_DATA to a new folder.");
            }
        }

        var now = clock.GetUtcNow();
        var firstDay = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1 - DemoJobs.Days);
        var customers = new List<Guid>();
        clock.StandAt(firstDay);

        foreach (var customer in DemoCustomer.All)
        {
            customers.Add(await CreateAsync(customer, cancellationToken));
        }

        await owner.CreateAsync(customers[0], cancellationToken);
        var jobs = new DemoJobs(customers, now).All().ToLookup(job => (int)(job.At - firstDay).TotalDays, job => job.Report);
        var done = 0;

        for (var day = 0; day < DemoJobs.Days; day++)
        {
            await history.BeginAsync(Demo, customers, day, firstDay.AddDays(day) + Morning, cancellationToken);
            var evening = firstDay.AddDays(day + 1).AddSeconds(-1);
            clock.StandAt(evening < now ? evening : now);
            done = await RecordAllAsync(jobs[day], done, cancellationToken);
        }

        clock.Run();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<Guid> CreateAsync(DemoCustomer customer, CancellationToken cancellationToken) =>
        await createCustomer.HandleAsync(Demo, customer.Name, cancellationToken) is CreateCustomerOutcome.Created created
            ? created.Id
            : throw new InvalidOperationException($"The sample customer {customer.Name} was refused.");

    private async Task<int> RecordAllAsync(IEnumerable<JsonObject> reports, int before, CancellationToken cancellationToken)
    {
        var done = before;

        foreach (var batch in reports.Chunk(UsageLimits.MaxBatch))
        {
            var outcomes = await recordUsage.HandleAsync(Demo, Array.ConvertAll(batch, Parse), cancellationToken);

            if (Array.Find(outcomes, outcome => outcome is not RecordUsageOutcome.Recorded) is { } refused)
            {
                throw new InvalidOperationException($"A sample report was not recorded: {refused}.");
            }

            if ((done + batch.Length) / ProgressEvery > done / ProgressEvery)
            {
                LogProgress(done + batch.Length, DemoJobs.Count);
            }

            done += batch.Length;
        }

        return done;
    }

    private UsageReport Parse(JsonObject json)
    {
        var errors = new ReportErrors();

        return UsageReportParser.Parse(JsonSerializer.SerializeToElement(json), new ReportRules(clock.GetUtcNow()), errors)
            ?? throw new InvalidOperationException($"A sample report was refused: {string.Join(", ", errors.ToDictionary().Keys)}.");
    }

    [LoggerMessage(1301, LogLevel.Information, "Sample data: {Done} of {All} jobs recorded")]
    private partial void LogProgress(int done, int all);
}
