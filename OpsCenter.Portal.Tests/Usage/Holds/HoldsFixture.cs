using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Tests.Usage.Pricing;
using OpsCenter.Portal.Usage;
using OpsCenter.Portal.Usage.Credits;
using OpsCenter.Portal.Usage.Duplicates;
using OpsCenter.Portal.Usage.Holds;
using OpsCenter.Portal.Usage.Notices;
using OpsCenter.Portal.Usage.Receipts;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Holds;

/// <summary>A database of its own with two customers, in which tests publish versions as they go. Each test holds jobs on routes of its own.</summary>
public sealed class HoldsFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = JobsFixture.Now;
    public static readonly Actor.System Worker = new("holds");
    private readonly TestDatabase database = new();
    private ServiceProvider? services;
    private int routes;

    public FakeTimeProvider Clock { get; } = new(Start);

    public Guid Acme { get; private set; }

    public Guid Globex { get; private set; }

    public NpgsqlDataSource Database => Get<NpgsqlDataSource>();

    private ServiceProvider Services => services ?? throw new InvalidOperationException("The fixture was not initialised.");

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        services = new ServiceCollection()
            .AddUsagePath(database.ConnectionString, Clock)
            .AddCustomers()
            .AddReceipts()
            .AddHolds()
            .AddCredits()
            .AddDuplicates()
            .AddNotices()
            .BuildServiceProvider();
        await services.StartWriterAsync();
        await UsagePartitions.EnsureAsync(Database, Start, CancellationToken.None);
        Acme = await CreateCustomerAsync("Acme");
        Globex = await CreateCustomerAsync("Globex");
    }

    public async Task DisposeAsync()
    {
        await Services.StopWriterAsync();
        await Services.DisposeAsync();
        await database.DisposeAsync();
    }

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    internal string NewRoute() => $"new:model-{Interlocked.Increment(ref routes)}";

    /// <summary>A job of 1,000 input tokens; on a route whose cost is 1 per 1K and without markup its model fee is 1, its agent fee 0.008.</summary>
    internal async Task<Guid> RecordAsync(string route, string? customer = null, TimeSpan? age = null, string agent = "research_pro")
    {
        var outcome = await Get<RecordUsage>().HandleAsync(
            new Actor.System("test"),
            new UsageReport
            {
                JobId = null,
                CustomerRef = customer ?? Acme.ToString(),
                OccurredAt = Clock.GetUtcNow() - (age ?? TimeSpan.FromHours(1)),
                MemberRef = "member-1",
                Usage = new JobUsage { Agent = agent, Route = route, InputTokens = 1_000, Tools = [new ToolUse("web.search", 2m)] },
                ReasoningTokens = 0,
                Metadata = ImmutableSortedDictionary<string, string>.Empty,
                Size = 200,
                ContentHash = new byte[32],
            },
            CancellationToken.None);

        return ((RecordUsageOutcome.Recorded)outcome).Job.EventId;
    }

    /// <summary>Publishes the next version, in force from now on, with routes at these costs per 1K.</summary>
    internal Task<int> PublishAsync(params (string Route, decimal Cost)[] added) => PublishAsync(content => content with
    {
        Routes = [.. content.Routes, .. added.Select(a => GoldenCard.Route(a.Route, a.Cost, 0m, 0m) with { Id = Guid.CreateVersion7(Clock.GetUtcNow()) })],
    });

    /// <summary>Publishes a version that waits a day for its time.</summary>
    internal Task<int> ScheduleAsync(string route, decimal cost) => InsertAsync(
        content => content with { Routes = [.. content.Routes, GoldenCard.Route(route, cost, 0m, 0m) with { Id = Guid.CreateVersion7(Clock.GetUtcNow()) }] },
        TimeSpan.FromDays(1));

    internal Task<int> PublishAsync(Func<RateCardContent, RateCardContent> change) => InsertAsync(change, TimeSpan.Zero);

    private async Task<int> InsertAsync(Func<RateCardContent, RateCardContent> change, TimeSpan ahead)
    {
        await using var db = await Get<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync(RateCardGate.Close);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var last = await db.RateCardVersions.IgnoreQueryFilters().MaxAsync(version => version.Version);
        var newest = await db.RateCardVersions.MaxAsync(version => version.Version);
        var content = change((await RateCardStore.LoadAsync(db, newest, CancellationToken.None))!.Content);
        var now = Clock.GetUtcNow();
        await RateCardStore.InsertAsync(
            db,
            new RateCardVersion(last + 1, content.Currency, content.DefaultAgentRatePer1K, now + ahead, now, JobsFixture.Admin.Subject, "for tests", newest)
            {
                Scheduled = ahead > TimeSpan.Zero,
            },
            content,
            CancellationToken.None);
        await transaction.CommitAsync();

        return last + 1;
    }

    /// <summary>Tries all holds, as the worker does.</summary>
    internal async Task PriceAsync()
    {
        while (await Get<PriceHolds>().HandleAsync(Worker, CancellationToken.None) > 0)
        {
            // As long as there is something to try.
        }
    }

    internal async Task<Guid> CreateCustomerAsync(string name) =>
        ((CreateCustomerOutcome.Created)await Get<CreateCustomer>().HandleAsync(JobsFixture.Admin, name, CancellationToken.None)).Id;

    /// <summary>What has become of a hold: its state, tried version, proposal, and the charge.</summary>
    internal Task<string> StateAsync(Guid job) => ScalarAsync<string>(
        """
        select concat_ws(', ', h.state, 'proposed v' || h.proposed_version || ' ' || trim_scale(h.proposed_total),
            (select string_agg('charged v' || l.rate_card_version || ' ' || trim_scale(l.total), ', ' order by seq) from ledger_entries l where l.event_id = h.event_id))
        from holds h where h.event_id = $1
        """,
        job);

    internal async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        command.Parameters.AddAll(values);
        await command.ExecuteNonQueryAsync();
    }

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        command.Parameters.AddAll(values);

        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No row: {sql}"));
    }
}
