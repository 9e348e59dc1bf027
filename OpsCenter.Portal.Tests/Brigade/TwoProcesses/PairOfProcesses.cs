using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Subscriptions.Plans;
using OpsCenter.Portal.Tests.Hosting;
using OpsCenter.Portal.Tests.Subscriptions;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.TwoProcesses;

/// <summary>Portal and Brigade as processes of their own, connected, and a second instance of the portal that tests act in.</summary>
public sealed class PairOfProcesses : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TestDatabase database = new();
    private readonly TestFolder portalFolder = new();
    private readonly TestFolder brigadeFolder = new();
    private readonly Uri portalAddress = ChildProcess.FreeAddress();
    private readonly Uri brigadeAddress = ChildProcess.FreeAddress();
    private readonly HttpClient client = new();
    private OperatorsHost? operators;

    internal static Actor.User Operator { get; } = new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), PlatformRole.Admin, null, null);

    internal ChildProcess Portal { get; private set; } = null!; // set by InitializeAsync

    internal ChildProcess Brigade { get; private set; } = null!; // likewise

    /// <summary>Where Brigade keeps reports.</summary>
    public string Spool => brigadeFolder.Data.Combine("spool");

    /// <summary>Where the second instance of the portal shows its pages.</summary>
    public Uri Pages => operators!.Address; // set by InitializeAsync

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        operators = new OperatorsHost(database.ConnectionString, brigadeAddress);
        StartPortal();
        StartBrigade();
        client.BaseAddress = brigadeAddress;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", PortalHost.BrigadeKey);
        await Task.WhenAll(operators.InitializeAsync(), Portal.ReadyAsync(), Brigade.ReadyAsync());
        await UntilAsync(async () => (await StatusAsync())["card_version"] is not null);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        Brigade.Dispose();
        Portal.Dispose();
        await operators!.DisposeAsync(); // set by InitializeAsync
        await database.DisposeAsync();
        brigadeFolder.Remove();
        portalFolder.Remove();
    }

    internal T Get<T>()
        where T : notnull => operators!.Services.GetRequiredService<T>(); // set by InitializeAsync

    /// <summary>Starts the portal, at the address it always has.</summary>
    public void StartPortal() => Portal = PortalProcess.Start(portalFolder.Data, portalAddress, new Dictionary<string, string>
    {
        ["ConnectionStrings__OpsCenter"] = database.ConnectionString,
        ["Brigade__Url"] = brigadeAddress.ToString(),
    });

    /// <summary>Starts Brigade. It looks for a new rate card once an hour, so whatever it knows earlier, it was told.</summary>
    public void StartBrigade() => Brigade = ChildProcess.Start(
        "OpsCenter.Brigade.dll",
        brigadeAddress,
        new Dictionary<string, string>
        {
            ["OpsCenter__Url"] = portalAddress.ToString(),
            ["OpsCenter__Key"] = PortalHost.BrigadeKey,
            ["Brigade__Urls"] = brigadeAddress.ToString(),
            ["Brigade__Data"] = brigadeFolder.Data.Path,
            ["Brigade__PollSeconds"] = "3600",
        },
        [],
        []);

    /// <summary>A customer who may start jobs and use keys of its own.</summary>
    internal async Task<Guid> CustomerAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var customer = ((CreateCustomerOutcome.Created)await Get<CreateCustomer>().HandleAsync(Operator, "Acme", CancellationToken.None)).Id;
        var plan = (await Get<PlanQueries>().ListAsync(Operator, CancellationToken.None)).Single(p => p.Code == "professional").Newest;
        var subscription = SamplePlans.To(plan, from: now.AddDays(-1)) with { Id = Guid.CreateVersion7(now), OrganizationId = customer };
        await using var connection = await Get<NpgsqlDataSource>().OpenConnectionAsync();
        await SubscriptionRows.InsertAsync(connection, subscription, CancellationToken.None);

        for (var number = 1; number <= 2; number++)
            await PeriodLayout.AddAsync(connection, subscription, plan, number, now, CancellationToken.None);

        return customer;
    }

    /// <summary>Publishes the card in force with other texts in one row.</summary>
    internal async Task<int> PublishAsync(RateCardRowKey key, params (RateCardColumn Column, string Text)[] changes)
    {
        var publisher = Get<VersionPublisher>();
        await using var publication = await publisher.BeginAsync(CancellationToken.None);
        var before = await Get<RateCardCache>().GetAsync(publication.Heads.Current.Version, CancellationToken.None);
        var sheet = RateCardSheet.Of(before.Content);
        var row = changes.Aggregate(sheet.Find(key)!, (changed, change) => changed.With(change.Column, change.Text)); // tests change rows that are there
        var plan = new PublishPlan(before, sheet.With(key, row));
        var outcome = await publication.PublishAsync(Operator, plan, new PublishTerms("Test") { FloorReason = "Test" }, CancellationToken.None);
        await publisher.CommitAsync(publication, CancellationToken.None);

        return ((PublishOutcome.Published)outcome).Version;
    }

    /// <summary>Asks Brigade for a job.</summary>
    internal async Task<(HttpStatusCode Status, JsonNode Body)> JobAsync(Guid customer, string input, params (string Name, JsonNode Value)[] fields)
    {
        var job = new JsonObject { ["customer_id"] = customer.ToString(), ["agent"] = "research_pro", ["input"] = input };

        foreach (var (name, value) in fields)
            job[name] = value;

        using var answer = await client.PostAsJsonAsync("/api/v1/jobs", job);

        return (answer.StatusCode, await BodyAsync(answer));
    }

    /// <summary>What Brigade knows of a job.</summary>
    internal async Task<JsonNode> FindJobAsync(string jobId)
    {
        using var answer = await client.GetAsync($"/api/v1/jobs/{jobId}");

        return await BodyAsync(answer);
    }

    internal async Task<JsonNode> StatusAsync()
    {
        using var answer = await client.GetAsync("/api/v1/status");

        return await BodyAsync(answer);
    }

    /// <summary>Returns when Ops-Center has acknowledged every report.</summary>
    internal Task DrainedAsync() => UntilAsync(async () => (await StatusAsync())["spooled_reports"]!.GetValue<long>() == 0); // always there

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddAll(values);

        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No row: {sql}"));
    }

    /// <summary>Waits for a condition, with a limit that nothing on a slow machine should need.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Patience);

        while (!await condition())
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonNode>() ?? throw new JsonException("Brigade answered null.");
}
