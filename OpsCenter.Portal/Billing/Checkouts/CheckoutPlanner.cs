using Npgsql;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>Works out what a checkout costs, with the tax of the invoice that will follow, and whether it can be.</summary>
public sealed class CheckoutPlanner(PlanQueries plans, PlanVersions versions, InvoiceComposers composers)
{
    /// <summary>Plans it in the caller's transaction; a subscription that is to begin waits from then on.</summary>
    internal async Task<CheckoutPlan> PlanAsync(
        NpgsqlConnection connection, Guid organizationId, CheckoutRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Two checkouts of one customer are planned one after the other.
        var buyer = await BillingAccountRows.LockAsync(connection, organizationId, now, cancellationToken);

        return request switch
        {
            CheckoutRequest.Subscribe subscribe => await SubscribeAsync(connection, buyer, subscribe, now, cancellationToken),
            CheckoutRequest.Upgrade upgrade => await UpgradeAsync(buyer, upgrade.Quote, now, cancellationToken),
            CheckoutRequest.PayInvoice pay => await PayAsync(connection, organizationId, pay.InvoiceId, cancellationToken),
            CheckoutRequest.AddCard add => new CheckoutPlan(
                CheckoutPurpose.AddCard, new CheckoutDetails { MakeDefault = add.MakeDefault }, Money.Zero(Currency.Usd), "A card for future payments"),
            _ => throw new InvalidOperationException($"No checkout for {request.GetType().Name}."),
        };
    }

    private async Task<CheckoutPlan> SubscribeAsync(
        NpgsqlConnection connection, BillingAccount buyer, CheckoutRequest.Subscribe request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await plans.FindOfferedAsync(connection, buyer.OrganizationId, request.PlanVersionId, cancellationToken) is not { } target)
            return CheckoutPlan.Refused("This plan is not offered any more. Reload the page to see those that are.");

        var newest = await SubscriptionRows.FindNewestAsync(connection, buyer.OrganizationId, cancellationToken);
        var current = newest is null ? null : await versions.GetAsync(newest.PlanVersionId, cancellationToken);
        var hadPlan = await PendingSubscriptions.HadPlanAsync(connection, buyer.OrganizationId, cancellationToken);

        if (PlanChangeRule.Of(newest, current, target, request.Interval, hadPlan, now) is not PlanChange.Subscribe)
            return CheckoutPlan.Refused("This plan cannot be started now. Reload the page to see what you can change.");

        var price = target.PriceOf(request.Interval) ?? throw new InvalidOperationException("The rule offers only what has a price.");
        var pending = await PendingSubscriptions.EnsureAsync(connection, buyer.OrganizationId, target.Id, request.Interval, now, cancellationToken);
        var total = composers.For(buyer, target.Currency).First(new PlanFee(target.Name, now, now.AddDays(1), price)).Total;

        return new CheckoutPlan(
            CheckoutPurpose.Subscribe,
            new CheckoutDetails { SubscriptionId = pending, PlanVersionId = target.Id, Interval = request.Interval, MakeDefault = true },
            total,
            $"{target.Name} plan, {Words(request.Interval)}");
    }

    private async Task<CheckoutPlan> UpgradeAsync(BillingAccount buyer, UpgradeQuote quote, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var target = await versions.GetAsync(quote.ToPlanVersionId, cancellationToken);
        var total = composers.For(buyer, target.Currency).Upgrade("", now, now.AddDays(1), quote.PriceDifference).Total;

        return new CheckoutPlan(
            CheckoutPurpose.Upgrade, new CheckoutDetails { Quote = quote }, total,
            $"{target.Name} plan for the {quote.DaysInPeriod - quote.DaysElapsed} days that are left");
    }

    private static async Task<CheckoutPlan> PayAsync(NpgsqlConnection connection, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken) =>
        await InvoiceDues.FindAsync(connection, organizationId, invoiceId, cancellationToken) switch
        {
            null => CheckoutPlan.Refused("There is no such invoice."),
            { Due.Amount: <= 0 } => CheckoutPlan.Refused("Nothing is due on this invoice."),
            { IsPaymentRunning: true } => CheckoutPlan.Refused("A payment of this invoice is on its way. Wait a moment."),
            { } found => new CheckoutPlan(CheckoutPurpose.PayInvoice, new CheckoutDetails { InvoiceId = invoiceId }, found.Due, $"Invoice {found.Number}"),
        };

    private static string Words(BillingInterval interval) => interval switch
    {
        BillingInterval.Once => "paid once",
        BillingInterval.Month => "paid monthly",
        BillingInterval.Year => "paid yearly",
    };
}
