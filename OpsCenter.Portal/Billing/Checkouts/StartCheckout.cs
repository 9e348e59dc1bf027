using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Billing.Cards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>Opens the payment provider's page for something that a customer wants. Nothing happens before the provider says that it was completed.</summary>
public sealed class StartCheckout(
    NpgsqlDataSource database, IPaymentGateway gateway, GatewayCustomers customers, CheckoutPlanner planner, TimeProvider clock)
{
    private static readonly TimeSpan OpenFor = TimeSpan.FromHours(23);

    /// <summary>Opens it.</summary>
    /// <param name="actor">An owner for plans; who may manage billing for the rest.</param>
    /// <param name="organizationId">The customer.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="portal">The portal's address as the person reaches it.</param>
    /// <param name="cancellationToken">A page that nobody is sent to closes by itself.</param>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    /// <exception cref="GatewayUnavailableException">The payment provider does not answer.</exception>
    public async Task<StartCheckoutOutcome> HandleAsync(
        Actor actor, Guid organizationId, CheckoutRequest request, Uri portal, CancellationToken cancellationToken)
    {
        if (request is CheckoutRequest.Subscribe or CheckoutRequest.Upgrade)
            AccessPolicy.DemandAbout(actor, organizationId, Permission.ManageOwnSubscription, Permission.ManageSubscriptions);
        else
            AccessPolicy.DemandAbout(actor, organizationId, Permission.ManageOwnBilling, Permission.ManageBilling);

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var plan = await KeepAsync(actor, organizationId, request, id, now, cancellationToken);

        if (plan.Refusal is { } reason)
            return new StartCheckoutOutcome.Refused(reason);

        var order = new CheckoutOrder(
            id,
            await customers.EnsureAsync(organizationId, cancellationToken),
            plan.Amount.Amount > 0 ? plan.Amount : null,
            plan.Description,
            new Uri(portal, PortalUrls.CheckoutReturn(id)),
            new Uri(portal, CancelPathOf(plan.Purpose)),
            now + OpenFor);
        var page = await gateway.OpenCheckoutAsync(order, $"checkout-{id}-v1", cancellationToken);
        await using var command = database.CreateCommand("update checkouts set gateway_session = $2 where id = $1");
        command.Parameters.AddAll(id, page.Id);
        await command.ExecuteNonQueryAsync(cancellationToken);

        return new StartCheckoutOutcome.Started(page.Url ?? throw new InvalidOperationException($"Checkout {id} was closed before anybody saw it."));
    }

    private async Task<CheckoutPlan> KeepAsync(
        Actor actor, Guid organizationId, CheckoutRequest request, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var plan = await planner.PlanAsync(connection, organizationId, request, now, cancellationToken);

        if (plan.Refusal is null)
        {
            var row = new CheckoutRow(id, organizationId, plan.Purpose, plan.Details, plan.Amount, CheckoutState.Open);
            await CheckoutRows.InsertAsync(connection, row, actor.Subject, now, now + OpenFor, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return plan;
    }

    private static string CancelPathOf(CheckoutPurpose purpose) => purpose switch
    {
        CheckoutPurpose.Subscribe or CheckoutPurpose.Upgrade => PortalUrls.CustomersPlan,
        CheckoutPurpose.PayInvoice => PortalUrls.CustomersBilling,
        CheckoutPurpose.AddCard => PortalUrls.CustomersPaymentMethods,
    };
}
