using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Adapters.Embedded.TestPayments;
using OpsCenter.Portal.Billing;
using OpsCenter.Portal.Billing.Checkouts;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Payments;

/// <summary>Payments with the test gateway and a clock that tests move. News is delivered when a test says so.</summary>
public sealed class PaymentsFixture : IAsyncLifetime
{
    public const string Good = "4242424242424242";
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 9, 30, 0, TimeSpan.Zero);
    public static readonly Uri Portal = new("http://localhost/");
    private static readonly Actor.System Tester = new("test");
    private readonly TestDatabase database = new();
    private ServiceProvider? services;

    public FakeTimeProvider Clock { get; } = new(Start);

    internal FakeMailer Mailer { get; } = new();

    internal UnreliableGateway Gateway => (UnreliableGateway)Get<IPaymentGateway>();

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        services = new ServiceCollection()
            .AddUsagePath(database.ConnectionString, Clock)
            .AddSubscriptions()
            .AddBilling()
            .AddCustomers()
            .AddOutbox()
            .AddPayments()
            .AddTestPayments()
            .AddSingleton<TestGateway>()
            .AddSingleton<IPaymentGateway>(provider => new UnreliableGateway(provider.GetRequiredService<TestGateway>()))
            .AddSingleton<IMailer>(Mailer)
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await (services?.DisposeAsync() ?? ValueTask.CompletedTask);
        await database.DisposeAsync();
    }

    internal T Get<T>()
        where T : notnull => (services ?? throw new InvalidOperationException("The fixture was not initialised.")).GetRequiredService<T>();

    /// <summary>A customer with an owner.</summary>
    internal async Task<Actor.User> OwnerAsync()
    {
        var created = (CreateCustomerOutcome.Created)await Get<CreateCustomer>().HandleAsync(Tester, "Acme", CancellationToken.None);

        return new Actor.User(Guid.CreateVersion7(Clock.GetUtcNow()), null, created.Id, OrganizationRole.Owner);
    }

    /// <summary>A customer whose plan was paid with a card.</summary>
    internal async Task<Actor.User> SubscriberAsync(string card = Good, string plan = "starter")
    {
        var owner = await OwnerAsync();
        await BuyAsync(owner, plan, card);
        await RunAsync();

        return owner;
    }

    /// <summary>Goes to the hosted page for a plan and pays.</summary>
    internal async Task<string> BuyAsync(Actor.User owner, string plan, string card = Good)
    {
        var version = await ScalarAsync<Guid>("select id from plan_versions where plan_code = $1 order by version desc limit 1", plan);
        var session = await StartAsync(owner, new CheckoutRequest.Subscribe(version, plan == "trial" ? BillingInterval.Once : BillingInterval.Month));
        await PayAsync(session, card);

        return session;
    }

    /// <summary>Starts a checkout.</summary>
    /// <returns>The hosted page's id.</returns>
    internal async Task<string> StartAsync(Actor.User owner, CheckoutRequest request)
    {
        var outcome = await Get<StartCheckout>().HandleAsync(owner, OrganizationOf(owner), request, Portal, CancellationToken.None);

        return outcome is StartCheckoutOutcome.Started started
            ? started.Url.Segments[^1]
            : throw new InvalidOperationException(((StartCheckoutOutcome.Refused)outcome).Reason);
    }

    /// <summary>Types a card and confirms with the bank when that asks.</summary>
    internal async Task<DeskAnswer> PayAsync(string session, string card)
    {
        var desk = Get<TestCheckoutDesk>();
        var answer = await desk.SubmitAsync(
            session, new CardEntry { Number = card, Expiry = "12/34", Cvc = card.StartsWith('3') ? "1234" : "123", Holder = "Sam Doe" }, CancellationToken.None);

        return answer is DeskAnswer.Authenticate ? await desk.ConfirmAsync(session, approves: true, CancellationToken.None) : answer;
    }

    /// <summary>A new card at the payment provider, through the hosted page.</summary>
    internal async Task AddCardAsync(Actor.User owner, string card, bool makeDefault = true)
    {
        await PayAsync(await StartAsync(owner, new CheckoutRequest.AddCard(makeDefault)), card);
        await RunAsync();
    }

    /// <summary>Delivers all news and does everything that is due, until nothing is left.</summary>
    internal async Task RunAsync()
    {
        int done;

        do
        {
            done = await DeliverAsync();
            done += await Get<InboxDispatcher>().DispatchAsync(CancellationToken.None);
            done += await Get<OutboxDispatcher>().DispatchAsync(CancellationToken.None);
        }
        while (done > 0);
    }

    /// <summary>Posts the news that nobody has taken to the webhook.</summary>
    internal async Task<int> DeliverAsync()
    {
        var news = await NewsAsync("delivered_at is null and due_at <= $1", Clock.GetUtcNow().UtcDateTime);

        foreach (var body in news)
            (await PostAsync(body)).Should().Be(StatusCodes.Status200OK);

        await ExecuteAsync("update test_gateway_events set delivered_at = $1 where delivered_at is null and due_at <= $1", Clock.GetUtcNow().UtcDateTime);

        return news.Count;
    }

    internal async Task<List<string>> NewsAsync(string condition, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand($"select payload from test_gateway_events where {condition} order by id");
        command.Parameters.AddAll(values);
        await using var reader = await command.ExecuteReaderAsync();
        var news = new List<string>();

        while (await reader.ReadAsync())
            news.Add(reader.GetString(0));

        return news;
    }

    /// <summary>Posts to the webhook as somebody outside does.</summary>
    internal async Task<int> PostAsync(string body, string? signature = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(bytes);
        context.Request.Headers[TestSignature.Header] =
            signature ?? TestSignature.Sign(await Get<TestSecret>().GetAsync(CancellationToken.None), bytes, Clock.GetUtcNow());
        var result = await PaymentWebhook.HandleAsync(
            context, Gateway, Get<NpgsqlDataSource>(), Get<InboxBell>(), Clock, NullLogger<InboxDispatcher>.Instance);

        return (result as IStatusCodeHttpResult)?.StatusCode ?? 0;
    }

    /// <summary>Issues an open invoice, as the engine does when a period closes, and asks for its payment.</summary>
    internal async Task<Guid> InvoiceAsync(Actor.User owner, decimal total)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        await ExecuteAsync(
            """
            insert into invoices (id, number, kind, organization_id, subscription_id, test_mode, currency, issued_at, accounting_date, period_start, period_end,
                seller, buyer, tax_note, subtotal, tax, total, state)
            select $1, 'X-' || $1, 'interim', $2, s.id, true, 'USD', $3, $3::date, $3, $3, '{}', '{}', '', $4, 0, $4, 'open'
            from subscriptions s where s.organization_id = $2 and s.ended_at is null
            """,
            id, OrganizationOf(owner), now, total);
        await ChargeAsync(id);

        return id;
    }

    /// <summary>Asks for the payment of an invoice by itself.</summary>
    internal async Task ChargeAsync(Guid invoice)
    {
        await using var connection = await Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RequestAsync(connection, invoice);
        await transaction.CommitAsync();
    }

    internal static Guid OrganizationOf(Actor.User owner) => owner.OrganizationId ?? throw new InvalidOperationException("An owner has an organisation.");

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddAll(values);

        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No row: {sql}"));
    }

    internal async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddAll(values);
        await command.ExecuteNonQueryAsync();
    }

    private Task<Guid?> RequestAsync(NpgsqlConnection connection, Guid invoice) =>
        PaymentRequests.RequestAsync(connection, invoice, automatic: true, Clock.GetUtcNow(), CancellationToken.None);
}
