using System.Collections.Immutable;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Tests.Billing;
using OpsCenter.Portal.Usage.Own;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Own;

/// <summary>
/// A customer on the starter plan since 1 June 2026 with jobs of two members, one on 2 June, two on 10 June; it is 15 June, 12:30 UTC. Each job
/// is the brief's and costs 0.469, 0.03 of it for three searches.
/// </summary>
public sealed class OwnUsageFixture : IAsyncLifetime
{
    public BillingFixture Billing { get; } = new();

    public Guid Acme { get; private set; }

    public async Task InitializeAsync()
    {
        await Billing.InitializeAsync();
        Acme = await Billing.SubscriberAsync("starter");
        await RecordAsync(Acme, "2026-06-02T08:00:00Z", "ana");
        await RecordAsync(Acme, "2026-06-10T08:00:00Z", "ana", route: "anthropic:claude-3-opus");
        await RecordAsync(Acme, "2026-06-10T09:00:00Z", null);
        Billing.Clock.SetUtcNow(At("2026-06-15T12:30:00Z"));
    }

    public Task DisposeAsync() => Billing.DisposeAsync();

    public static Actor.User MemberOf(Guid organization, OrganizationRole role = OrganizationRole.Member) =>
        new(Guid.Parse("0199c1f2-0000-7000-8000-0000000000bb"), null, organization, role);

    internal OwnUsageQueries Usages => new(
        Billing.Database, Billing.Get<PeriodQueries>(), Billing.Get<PlanVersions>(), Billing.Get<EntitlementQueries>(), Billing.Clock);

    internal Task<OwnUsage> GetAsync(OwnPeriod period = OwnPeriod.Current, OwnDimension dimension = OwnDimension.Agent, Guid? customer = null) =>
        Usages.GetAsync(MemberOf(customer ?? Acme), customer ?? Acme, period, dimension, CancellationToken.None);

    internal async Task<List<string>> FileAsync(Actor actor, string query)
    {
        var sheet = new OwnUsageExport(Usages).Open(actor, UrlQuery.Of($"http://localhost/exports/usage{query}"), CancellationToken.None);
        var rows = new List<string>();

        await foreach (var row in sheet.Rows)
            rows.Add(string.Join(' ', row.Select(cell => cell.Content)));

        return rows;
    }

    internal async Task RecordAsync(Guid customer, string at, string? member, string route = "openai:gpt-4")
    {
        if (Billing.Clock.GetUtcNow() < At(at))
            Billing.Clock.SetUtcNow(At(at));

        var outcome = await Billing.Get<RecordUsage>().HandleAsync(
            new Actor.System("test"),
            new UsageReport
            {
                JobId = null,
                CustomerRef = customer.ToString(),
                OccurredAt = At(at),
                MemberRef = member,
                Usage = new JobUsage
                {
                    Agent = "research_pro",
                    Route = route,
                    InputTokens = 6_000,
                    OutputTokens = 2_000,
                    Tools = [new ToolUse("web.search", 3m)],
                },
                ReasoningTokens = 0,
                Metadata = ImmutableSortedDictionary<string, string>.Empty,
                Size = 200,
                ContentHash = new byte[32],
            },
            CancellationToken.None);
        _ = (RecordUsageOutcome.Recorded)outcome;
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
