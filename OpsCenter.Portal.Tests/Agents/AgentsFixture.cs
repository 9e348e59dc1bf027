using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Agents;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Usage;
using OpsCenter.Portal.Usage.Corrections;
using OpsCenter.Portal.Usage.Receipts;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Agents;

/// <summary>
/// A database of its own with the seeded card and agents of every state, and a clock that tests set. The brief's job costs 0.469. Nineteen
/// days ago <c>code_generator</c> was disabled (version 2), and <c>writer</c> added (version 3) and archived (version 4).
/// </summary>
public sealed class AgentsFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database = new();
    private ServiceProvider? services;

    public static Actor.User Admin { get; } = new(Guid.CreateVersion7(Now), PlatformRole.Admin, null, null);

    public FakeTimeProvider Clock { get; } = new(Now.AddDays(-19));

    public Guid Acme { get; private set; }

    private ServiceProvider Services => services ?? throw new InvalidOperationException("The fixture was not initialised.");

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        services = new ServiceCollection()
            .AddUsagePath(database.ConnectionString, Clock)
            .AddCustomers()
            .AddReceipts()
            .AddAgents()
            .BuildServiceProvider();
        await services.StartWriterAsync();
        await UsagePartitions.EnsureAsync(Get<NpgsqlDataSource>(), Now, CancellationToken.None);
        Acme = ((CreateCustomerOutcome.Created)await Get<CreateCustomer>().HandleAsync(Admin, "Acme", CancellationToken.None)).Id;
        await ChangeAsync("code_generator", row => row!.With(RateCardColumns.Active, "false"));
        await ChangeAsync("writer", _ => Row(("name", "writer"), ("display_name", "Ghost Writer"), ("min_fee", "0.2"), ("failure_policy", "bill"), ("active", "true")));
        await ChangeAsync("writer", _ => null);
        Clock.SetUtcNow(Now);
    }

    public async Task DisposeAsync()
    {
        await Services.StopWriterAsync();
        await Services.DisposeAsync();
        await database.DisposeAsync();
    }

    public static Actor.User MemberOf(Guid organization) => new(Guid.CreateVersion7(Now), null, organization, OrganizationRole.Owner);

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Records a job like the brief's; yesterday's, unless told otherwise.</summary>
    internal async Task<Guid> RecordAsync(string agent, DateTimeOffset? at = null, Func<JobUsage, JobUsage>? change = null)
    {
        var usage = new JobUsage
        {
            Agent = agent,
            Route = "openai:gpt-4",
            InputTokens = 6_000,
            OutputTokens = 2_000,
            Tools = [new ToolUse("web.search", 3m)],
        };
        var report = new UsageReport
        {
            JobId = null,
            CustomerRef = Acme.ToString(),
            OccurredAt = at ?? Clock.GetUtcNow().AddDays(-1),
            MemberRef = null,
            Usage = change is null ? usage : change(usage),
            ReasoningTokens = 0,
            Metadata = ImmutableSortedDictionary<string, string>.Empty,
            Size = 200,
            ContentHash = new byte[32],
        };
        var outcome = await Get<RecordUsage>().HandleAsync(new Actor.System("test"), report, CancellationToken.None);

        return ((RecordUsageOutcome.Recorded)outcome).Job.EventId;
    }

    /// <summary>Publishes another row of an agent, made from the one in force.</summary>
    internal async Task<int> ChangeAsync(string agent, Func<RateCardRow?, RateCardRow?> change)
    {
        var card = (await Get<RateCardQueries>().CurrentAsync(Admin, CancellationToken.None)).Content;
        var seen = RateCardSheet.Of(card).Find(RateCardRowKey.Agent(agent));
        var outcome = await Get<ChangeAgent>().HandleAsync(Admin, new ChangeAgentInput(agent, seen, change(seen), "for tests"), CancellationToken.None);

        return ((ChangeAgentOutcome.Published)outcome).Version;
    }

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

    private static RateCardRow Row(params (string Name, string Text)[] cells) =>
        new(RateCardSection.Agents, cells.Select(cell => KeyValuePair.Create(cell.Name, cell.Text)));
}
