using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Adapters.Embedded;
using OpsCenter.Portal.Adapters.Embedded.TestPayments;
using OpsCenter.Portal.Billing;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Tests.Billing.Payments;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Usage.Credits;
using OpsCenter.Portal.Usage.Forecasts;
using OpsCenter.Portal.Usage.Holds;
using OpsCenter.Portal.Usage.Receipts;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing;

/// <summary>A database with the seeded plans and a clock that tests move by months. Each test has customers of its own.</summary>
public sealed class BillingFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 9, 30, 0, TimeSpan.Zero);
    public static readonly Actor.System Engine = new("billing");
    private readonly TestDatabase database = new();
    private ServiceProvider? services;

    public FakeTimeProvider Clock { get; } = new(Start);

    public NpgsqlDataSource Database => Get<NpgsqlDataSource>();

    private ServiceProvider Services => services ?? throw new InvalidOperationException("The fixture was not initialised.");

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        services = new ServiceCollection()
            .AddUsagePath(database.ConnectionString, Clock)
            .AddSubscriptions()
            .AddBilling()
            .AddForecasts()
            .Add(PaymentsAtRest)
            .AddSingleton<IMailer>(new FakeMailer())
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddEmbeddedBilling()
            .AddBillingPages()
            .AddCustomers()
            .AddReceipts()
            .AddHolds()
            .AddCredits()
            .BuildServiceProvider();
        await services.StartWriterAsync();
    }

    public async Task DisposeAsync()
    {
        await Services.StopWriterAsync();
        await Services.DisposeAsync();
        await database.DisposeAsync();
    }

    // Payments are asked for, and nobody works on them by itself.
    private static IEnumerable<ServiceDescriptor> PaymentsAtRest =>
        new ServiceCollection().AddOutbox().AddPayments().AddTestPayments().Where(service => service.ServiceType != typeof(IHostedService));

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    internal async Task<Guid> CustomerAsync(string name = "Acme") =>
        ((CreateCustomerOutcome.Created)await Get<CreateCustomer>().HandleAsync(Engine, name, CancellationToken.None)).Id;

    /// <summary>A customer on a plan since now.</summary>
    internal async Task<Guid> SubscriberAsync(string plan, BillingInterval interval = BillingInterval.Month)
    {
        var customer = await CustomerAsync();
        await SubscribeAsync(customer, plan, interval);

        return customer;
    }

    /// <summary>Chooses a plan and starts it.</summary>
    /// <returns>The first invoice; null when it was refused.</returns>
    internal async Task<Guid?> SubscribeAsync(Guid customer, string plan, BillingInterval interval = BillingInterval.Month)
    {
        var version = await PlanAsync(plan);
        var now = Clock.GetUtcNow();
        var chosen = new Subscription
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = customer,
            PlanVersionId = version.Id,
            Interval = version.IsTrial ? BillingInterval.Once : interval,
            CreatedAt = now,
        };

        return await InTransactionAsync(async db =>
        {
            await SubscriptionRows.InsertAsync((NpgsqlConnection)db.Database.GetDbConnection(), chosen, CancellationToken.None);

            return await Get<SubscriptionEngine>().ActivateAsync(db, chosen.Id, now, CancellationToken.None);
        });
    }

    /// <summary>The newest version of a plan.</summary>
    internal async Task<PlanVersion> PlanAsync(string code) => await Get<PlanVersions>().GetAsync(
        await ScalarAsync<Guid>("select id from plan_versions where plan_code = $1 order by version desc limit 1", code), CancellationToken.None);

    internal async Task<T> InTransactionAsync<T>(Func<OpsCenterDbContext, Task<T>> act)
    {
        await using var db = await Get<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await act(db);
        await transaction.CommitAsync();

        return result;
    }

    /// <summary>Changes the facts of a running subscription, as commands do.</summary>
    internal Task ChangeAsync(Guid customer, Func<Subscription, Subscription> change) => InTransactionAsync(async db =>
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var running = await SubscriptionRows.LockLiveAsync(connection, customer, CancellationToken.None) ?? throw new InvalidOperationException("Nothing runs.");
        await SubscriptionRows.SaveAsync(connection, change(running), CancellationToken.None);

        return true;
    });

    /// <summary>A job of so many thousand input tokens: 0.0375 of model fee and 0.008 of agent fee each, 0.01 a search.</summary>
    internal async Task<Guid> UseAsync(Guid customer, long kiloTokens, TimeSpan? age = null, decimal searches = 0)
    {
        var outcome = await Get<RecordUsage>().HandleAsync(
            new Actor.System("test"),
            new UsageReport
            {
                JobId = null,
                CustomerRef = customer.ToString(),
                OccurredAt = Clock.GetUtcNow() - (age ?? TimeSpan.Zero),
                MemberRef = null,
                Usage = new JobUsage
                {
                    Agent = "research_pro",
                    Route = "openai:gpt-4",
                    InputTokens = kiloTokens * 1_000,
                    Tools = searches > 0 ? [new ToolUse("web.search", searches)] : [],
                },
                ReasoningTokens = 0,
                Metadata = ImmutableSortedDictionary<string, string>.Empty,
                Size = 200,
                ContentHash = new byte[32],
            },
            CancellationToken.None);

        return ((RecordUsageOutcome.Recorded)outcome).Job.EventId;
    }

    /// <summary>Moves the clock and lets the engine do what is due.</summary>
    internal async Task AdvanceToAsync(string moment)
    {
        Clock.AdjustTime(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        await AdvanceAsync();
    }

    internal Task<int> AdvanceAsync() => Get<AdvanceBilling>().HandleAsync(Engine, CancellationToken.None);

    /// <summary>The lines of a customer's invoices, oldest first: <c>first plan_fee 19 = 19</c>.</summary>
    internal Task<string[]> InvoicesAsync(Guid customer) => ListAsync(
        """
        select concat(i.kind, ': ', (select string_agg(concat(l.kind, ' ', trim_scale(l.amount)), ', ' order by l.position) from invoice_lines l where l.invoice_id = i.id),
            ' = ', trim_scale(i.total))
        from invoices i where i.organization_id = $1 order by i.issued_at, i.number
        """,
        customer);

    internal async Task<string[]> ListAsync(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        command.Parameters.AddAll(values);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();

        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));

        return [.. rows];
    }

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
