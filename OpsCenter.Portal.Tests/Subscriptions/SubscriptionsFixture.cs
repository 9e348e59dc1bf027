using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Subscriptions.Plans;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Subscriptions;

/// <summary>A database of its own with the four plans, and a clock that tests set.</summary>
public sealed class SubscriptionsFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 6, 11, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database = new();
    private ServiceProvider? services;

    public static Actor.User Admin { get; } = new(Guid.CreateVersion7(Now), PlatformRole.Admin, null, null);

    public static Actor.User Support { get; } = new(Guid.CreateVersion7(Now), PlatformRole.Support, null, null);

    public FakeTimeProvider Clock { get; } = new(Now);

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        services = new ServiceCollection()
            .AddUsagePath(database.ConnectionString, Clock)
            .AddCustomers()
            .AddSubscriptions()
            .AddBilling()
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services!.DisposeAsync(); // set by InitializeAsync
        await database.DisposeAsync();
    }

    public static Actor.User MemberOf(Guid organization, OrganizationRole role = OrganizationRole.Owner) =>
        new(Guid.CreateVersion7(Now), null, organization, role);

    internal T Get<T>()
        where T : notnull => services!.GetRequiredService<T>(); // set by InitializeAsync

    internal async Task<Guid> CreateCustomerAsync(string name = "Example") =>
        ((CreateCustomerOutcome.Created)await Get<CreateCustomer>().HandleAsync(Admin, name, CancellationToken.None)).Id;

    /// <summary>The newest version of a plan.</summary>
    internal async Task<PlanVersion> PlanAsync(string code) =>
        (await Get<PlanQueries>().ListAsync(Admin, CancellationToken.None)).Single(plan => plan.Code == code).Newest;

    /// <summary>A customer with a subscription that began on the first of June, and the billing periods up to the next one.</summary>
    internal async Task<Guid> SubscribeAsync(
        string code, BillingInterval interval = BillingInterval.Month, Func<Subscription, Subscription>? change = null)
    {
        var (customer, plan) = (await CreateCustomerAsync(), await PlanAsync(code));
        var subscription = SamplePlans.To(plan, interval, Start) with { Id = Guid.CreateVersion7(Now), OrganizationId = customer };
        subscription = change is null ? subscription : change(subscription);
        await using var connection = await Get<NpgsqlDataSource>().OpenConnectionAsync();
        await SubscriptionRows.InsertAsync(connection, subscription, CancellationToken.None);

        for (var number = 1; subscription.AnchorAt is not null && number <= (plan.IsTrial ? 1 : 2); number++)
            await PeriodLayout.AddAsync(connection, subscription, plan, number, Now, CancellationToken.None);

        return customer;
    }

    internal async Task<Subscription?> FindAsync(Guid customer)
    {
        await using var connection = await Get<NpgsqlDataSource>().OpenConnectionAsync();

        return await SubscriptionRows.FindNewestAsync(connection, customer, CancellationToken.None);
    }

    internal async Task<int> ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddAll(values);

        return await command.ExecuteNonQueryAsync();
    }

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddAll(values);

        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No row: {sql}"));
    }
}
