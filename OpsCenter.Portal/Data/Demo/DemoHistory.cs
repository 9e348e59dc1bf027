using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Billing.Dunning;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.Usage.Forecasts;

namespace OpsCenter.Portal.Data.Demo;

/// <summary>What happens on a sample day besides jobs: plans are bought, periods closed, payments charged.</summary>
internal sealed class DemoHistory(
    DemoPayments payments, KeepForecasts forecasts, AdvanceBilling billing, OutboxDispatcher outbox, RetryDuePayments dunning, NpgsqlDataSource database, DemoClock clock)
{
    // The last period of the customer in trouble ends some days before today, so that the dunning is under way.
    private const int CardFailsOnDay = DemoJobs.Days - 8;

    /// <summary>Begins a day: the engine does what is due, then customers do what they planned.</summary>
    /// <param name="actor">The demo.</param>
    /// <param name="customers">The sample customers' ids, in their order.</param>
    /// <param name="day">Which day, from 0.</param>
    /// <param name="morning">Its first seconds.</param>
    /// <param name="cancellationToken">Stops telling the history.</param>
    public async Task BeginAsync(Actor actor, IReadOnlyList<Guid> customers, int day, DateTimeOffset morning, CancellationToken cancellationToken)
    {
        clock.StandAt(morning);
        await dunning.HandleAsync(actor, cancellationToken);
        await billing.HandleAsync(actor, cancellationToken);
        await outbox.DispatchAsync(cancellationToken);
        await forecasts.HandleAsync(actor, cancellationToken);

        foreach (var (customer, id) in DemoCustomer.All.Zip(customers))
        {
            if (customer.StartsOnDay == day)
                await SubscribeAsync(actor, customer, id, cancellationToken);

            if (customer == DemoCustomer.InTrouble && day == CardFailsOnDay)
                await payments.CompleteAsync(actor, id, new CheckoutRequest.AddCard(MakeDefault: true), DemoCustomer.DecliningCard, cancellationToken);
        }

        await outbox.DispatchAsync(cancellationToken);
    }

    private async Task SubscribeAsync(Actor actor, DemoCustomer customer, Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select id from plan_versions where plan_code = $1 order by version desc limit 1");
        command.Parameters.AddAll(customer.Plan);
        var plan = await command.ExecuteScalarAsync(cancellationToken) is Guid found
            ? found
            : throw new InvalidOperationException($"There is no plan {customer.Plan}.");
        await payments.CompleteAsync(actor, id, new CheckoutRequest.Subscribe(plan, customer.Interval), customer.Card, cancellationToken);
    }
}
