using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Billing;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Bench.Closings;

/// <summary>
/// Closes the periods of many subscriptions that all end at one moment, through the portal's own engine, on a durable PostgreSQL. Then checks
/// that each has its invoice and its payment request, numbers have no gaps, and invoices agree with the ledger to the last digit.
/// </summary>
public static class ClosingBench
{
    private const string Fill =
        """
        insert into organizations (id, name, status, created_at)
        select gen_random_uuid(), 'Customer ' || n, 'active', '2026-01-01' from generate_series(1, {0}) n;
        insert into subscriptions (id, organization_id, plan_version_id, billing_interval, created_at, started_at, anchor_at)
        select gen_random_uuid(), o.id, v.id, 'month', '2026-01-01', '2026-01-01', '2026-01-01'
        from organizations o, plan_versions v where v.plan_code = 'starter';
        insert into billing_periods (id, organization_id, subscription_id, plan_version_id, number, starts_at, ends_at)
        select gen_random_uuid(), s.organization_id, s.id, s.plan_version_id, n, '2026-01-01'::timestamptz + (n - 1) * interval '1 month', '2026-01-01'::timestamptz + n * interval '1 month'
        from subscriptions s, generate_series(1, 2) n;
        insert into credit_grants (id, organization_id, billing_period_id, kind, amount, currency, priority, valid_from, expires_at, granted_at, granted_by, reason)
        select gen_random_uuid(), p.organization_id, p.id, 'allowance', 15, 'USD', 50, p.starts_at, p.ends_at, p.starts_at, 'bench', 'Included'
        from billing_periods p;
        insert into ledger_entries (event_id, seq, kind, organization_id, rate_card_version, currency, llm_fee, agent_fee, tools_fee, total, llm_cost,
            tools_cost, cost, usage_period, posting_period, occurred_at, posted_at, posted_by, billing_period_id, covered)
        select gen_random_uuid(), 1, 'charge', p.organization_id, 1, 'USD', 1.2345, 0.0678, 0.01, 1.3123, 0, 0, 0, p.starts_at::date, p.starts_at::date,
            p.starts_at + n * interval '1 hour', p.starts_at, 'bench', p.id, case when n <= 10 then 1.3123 else 0 end
        from billing_periods p, generate_series(1, {1}) n where p.number = 1;
        update billing_periods p set llm_fee = l.llm, agent_fee = l.agent, tools_fee = l.tools, covered = l.covered, used = l.total, used_covered = l.covered, jobs = {1}
        from (select billing_period_id, sum(llm_fee) as llm, sum(agent_fee) as agent, sum(tools_fee) as tools, sum(covered) as covered, sum(total) as total
            from ledger_entries group by 1) l where l.billing_period_id = p.id;
        update credit_grants g set consumed = p.covered from billing_periods p where p.id = g.billing_period_id;
        analyze;
        """;

    private const string Differing =
        """
        select count(*) from billing_periods p
        where p.closed_at is not null and p.llm_fee + p.agent_fee + p.tools_fee - p.covered + p.residue
            <> (select sum(l.amount) from invoice_lines l join invoices i on i.id = l.invoice_id
                where i.billing_period_id = p.id and l.kind in ('llm', 'agent', 'tools', 'included'))
        """;

    private static readonly Actor.System Engine = new("bench");

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var (subscriptions, entries) = (arguments.Number("subscriptions", 10_000), arguments.Number("entries", 20));
        await using var server = await BenchDatabase.StartAsync();
        using var interruption = new Interruption(server);
        Console.WriteLine(await Machine.DescribeAsync(server.Source, TimeProvider.System));
        await using var services = Services(server);
        await services.GetRequiredService<DatabasePreparation>().StartAsync(CancellationToken.None);
        Console.Error.WriteLine($"filling {subscriptions:N0} subscriptions with {entries} entries each ...");
        await server.ExecuteAsync(Fill.Replace("{0}", $"{subscriptions}", StringComparison.Ordinal).Replace("{1}", $"{entries}", StringComparison.Ordinal));

        var postgres = await server.ServerIdAsync();
        var (own, theirs, started) = (ProcessTimes.Of(Environment.ProcessId), ProcessTimes.OfTree(postgres), Stopwatch.GetTimestamp());
        var closed = await services.GetRequiredService<AdvanceBilling>().HandleAsync(Engine, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        var table = new Table("Closed", "seconds", "a second", "cores: engine / PostgreSQL", "invoices", "payments asked for", "gaps", "differing");
        table.Add(
            $"{closed:N0}",
            $"{seconds:0.0}",
            $"{closed / seconds:N0}",
            $"{(ProcessTimes.Of(Environment.ProcessId) - own) / seconds:0.00} / {(ProcessTimes.OfTree(postgres) - theirs) / seconds:0.00}",
            $"{await server.CountAsync("select count(*) from invoices"):N0}",
            $"{await server.CountAsync("select count(*) from payments"):N0}",
            $"{await server.CountAsync("select max(right(number, 6)::bigint) - count(*) from invoices")}",
            $"{await server.CountAsync(Differing)}");
        table.Print();
        return 0;
    }

    private static ServiceProvider Services(BenchDatabase server) => new ServiceCollection()
        .AddOpsCenterDatabase(server.ConnectionString)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSingleton<TimeProvider>(new FixedTime(new DateTimeOffset(2026, 2, 1, 0, 0, 5, TimeSpan.Zero)))
        .AddTransient<DatabasePreparation>()
        .AddMetrics()
        .AddLogging()
        .AddRateCards()
        .AddCustomers()
        .AddSubscriptions()
        .AddBilling()
        .BuildServiceProvider();

    /// <summary>A clock that stands where the periods are over.</summary>
    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
