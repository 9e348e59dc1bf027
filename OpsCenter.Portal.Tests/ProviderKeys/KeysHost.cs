using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.ProviderKeys;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.ProviderKeys;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Subscriptions.Plans;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.ProviderKeys;

/// <summary>A portal in which providers answer as the test says.</summary>
public sealed class KeysHost : PortalHost, IProviderKeyTester
{
    private static readonly Actor.System System = new("test");

    /// <summary>What the providers say to every key.</summary>
    internal ProviderKeyTest Answer { get; set; } = new(ProviderKeyTestOutcome.Accepted, "The provider takes this key.");

    public Task<ProviderKeyTest> TestAsync(string provider, ProviderSecret secret, CancellationToken cancellationToken) => Task.FromResult(Answer);

    internal static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    /// <summary>An owner of a new customer on a plan.</summary>
    internal async Task<Actor.User> OwnerAsync(string? plan = "professional")
    {
        var outcome = await Get<CreateCustomer>().HandleAsync(System, $"Example {NewId():N}", default);
        var id = ((CreateCustomerOutcome.Created)outcome).Id;

        if (plan is not null)
            await SubscribeAsync(id, plan);

        return new Actor.User(NewId(), null, id, OrganizationRole.Owner);
    }

    /// <summary>A key that the owner adds.</summary>
    internal async Task<ProviderKey> AddAsync(Actor.User owner, string secret, string provider = "openai")
    {
        var outcome = await Get<AddProviderKey>().HandleAsync(owner, owner.OrganizationId!.Value, provider, "Production", secret, default); // an owner has an organisation

        return ((ProviderKeyOutcome.Done)outcome).Key;
    }

    /// <summary>What Brigade reads of a customer.</summary>
    internal async Task<JsonElement> ReadAsync(Guid customer, bool withKeys)
    {
        using var machine = CreateMachine();
        var body = await machine.GetFromJsonAsync<JsonElement>($"/api/v1/pricing/rate-card?customer_id={customer}{(withKeys ? "&include=byok_keys" : "")}");

        return body.GetProperty("customer");
    }

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddAll(values);

        return (T)(await command.ExecuteScalarAsync())!; // the statements below answer
    }

    internal async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddAll(values);
        await command.ExecuteNonQueryAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<IProviderKeyTester>(this)));
    }

    private async Task SubscribeAsync(Guid customer, string code)
    {
        var now = Clock.GetUtcNow();
        var plan = (await Get<PlanQueries>().ListAsync(System, default)).Single(p => p.Code == code).Newest;
        var pending = new Subscription
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = customer,
            PlanVersionId = plan.Id,
            Interval = BillingInterval.Month,
            CreatedAt = now,
        };
        await using var db = await Get<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await SubscriptionRows.InsertAsync((NpgsqlConnection)db.Database.GetDbConnection(), pending, default);
        await Get<SubscriptionEngine>().ActivateAsync(db, pending.Id, now, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
