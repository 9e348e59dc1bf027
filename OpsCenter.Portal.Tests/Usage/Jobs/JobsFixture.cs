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
using OpsCenter.Portal.Usage;
using OpsCenter.Portal.Usage.Corrections;
using OpsCenter.Portal.Usage.Receipts;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Jobs;

/// <summary>A database of its own with two customers, three versions of the rate card, and a clock that tests set.</summary>
public sealed class JobsFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database = new();
    private ServiceProvider? services;

    public static Actor.User Admin { get; } = Operator(PlatformRole.Admin);

    public static Actor.User Finance { get; } = Operator(PlatformRole.Finance);

    public FakeTimeProvider Clock { get; } = new(Now);

    public Guid Acme { get; private set; }

    public Guid Globex { get; private set; }

    private ServiceProvider Services => services ?? throw new InvalidOperationException("The fixture was not initialised.");

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        services = new ServiceCollection()
            .AddUsagePath(database.ConnectionString, Clock)
            .AddCustomers()
            .AddReceipts()
            .BuildServiceProvider();
        await services.StartWriterAsync();
        await UsagePartitions.EnsureAsync(Get<NpgsqlDataSource>(), Now, CancellationToken.None);
        Acme = await CreateCustomerAsync("Acme");
        Globex = await CreateCustomerAsync("Globex");
        await PublishAsync(2, content => content with { Routes = [.. content.Routes.Select(r => r with { MarkupPercent = r.MarkupPercent + 10m })] });
        await PublishAsync(3, content => content with { Routes = [.. content.Routes.Where(r => r.Route != "openai:gpt-4")] });
    }

    public async Task DisposeAsync()
    {
        await Services.StopWriterAsync();
        await Services.DisposeAsync();
        await database.DisposeAsync();
    }

    public static Actor.User MemberOf(Guid organization) => new(Guid.CreateVersion7(Now), null, organization, OrganizationRole.Member);

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The brief's job, which costs 0.469 on version 1.</summary>
    internal UsageReport Brief(Guid? customer = null) => new()
    {
        JobId = null,
        CustomerRef = (customer ?? Acme).ToString(),
        OccurredAt = Now.AddDays(-1),
        MemberRef = null,
        Usage = new JobUsage
        {
            Agent = "research_pro",
            Route = "openai:gpt-4",
            InputTokens = 6_000,
            OutputTokens = 2_000,
            Tools = [new ToolUse("web.search", 3m)],
        },
        ReasoningTokens = 0,
        Metadata = ImmutableSortedDictionary<string, string>.Empty,
        Size = 200,
        ContentHash = new byte[32],
    };

    internal async Task<Guid> RecordAsync(UsageReport report)
    {
        var outcome = await Get<RecordUsage>().HandleAsync(new Actor.System("test"), report, CancellationToken.None);

        return ((RecordUsageOutcome.Recorded)outcome).Job.EventId;
    }

    internal async Task<Guid> CreateCustomerAsync(string name) =>
        ((CreateCustomerOutcome.Created)await Get<CreateCustomer>().HandleAsync(Admin, name, CancellationToken.None)).Id;

    internal async Task VoidAsync(Guid job)
    {
        var ready = (CorrectionOutcome.Ready)await Get<VoidJob>().PreviewAsync(Admin, job, CancellationToken.None);
        await Get<VoidJob>().HandleAsync(Admin, new CorrectionRequest(job, ready.Preview.SeenSeq, "for a test"), CancellationToken.None);
    }

    internal async Task RepriceAsync(Guid job, int version)
    {
        var ready = (CorrectionOutcome.Ready)await Get<RepriceJob>().PreviewAsync(Admin, job, version, CancellationToken.None);
        await Get<RepriceJob>().HandleAsync(Admin, new CorrectionRequest(job, ready.Preview.SeenSeq, "for a test"), version, CancellationToken.None);
    }

    internal async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddAll(values);
        await command.ExecuteNonQueryAsync();
    }

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddAll(values);

        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No row: {sql}"));
    }

    private static Actor.User Operator(PlatformRole role) => new(Guid.CreateVersion7(Now), role, null, null);

    // Versions 2 and 3 come into force long after the jobs of the tests, which version 1 prices.
    private async Task PublishAsync(int number, Func<RateCardContent, RateCardContent> change)
    {
        await using var db = await Get<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var before = (await RateCardStore.LoadAsync(db, number - 1, CancellationToken.None))!;
        var content = change(before.Content);
        var version = new RateCardVersion(
            number, content.Currency, content.DefaultAgentRatePer1K, Now.AddYears(number), Now, Admin.Subject, "for tests", number - 1);
        await RateCardStore.InsertAsync(db, version, content, CancellationToken.None);
        await transaction.CommitAsync();
    }
}
