using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Subscriptions.Movements;

namespace OpsCenter.Portal.Billing.Engine;

/// <summary>
/// Starts, upgrades and ends subscriptions with everything that follows for periods and invoices, in the caller's transaction. The commands
/// that call it have checked who may.
/// </summary>
public sealed class SubscriptionEngine(PlanVersions plans, InvoiceComposers composers, InvoiceWriter invoices, PeriodClosing closing)
{
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMicroseconds(1);

    /// <summary>Starts a subscription that was chosen: lays out its periods and issues its first invoice. A trial that runs ends with it.</summary>
    /// <returns>The first invoice, open; null when the subscription runs already, has ended, or another one runs that is no trial.</returns>
    internal async Task<Guid?> ActivateAsync(OpsCenterDbContext db, Guid subscriptionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (await SubscriptionRows.FindAsync(connection, subscriptionId, cancellationToken) is not { } chosen)
            return null;

        // The customer's running one is locked first by everyone, the chosen one after it.
        var running = await SubscriptionRows.LockLiveAsync(connection, chosen.OrganizationId, cancellationToken);
        var pending = await SubscriptionRows.LockAsync(connection, subscriptionId, cancellationToken);

        if (pending is not { StartedAt: null, EndedAt: null } || running is { StartedAt: not null, TrialEndsAt: null })
            return null;

        if (running is { StartedAt: not null })
            await EndNowAsync(connection, running, "Replaced by a plan.", now, cancellationToken);

        var plan = await plans.GetAsync(pending.PlanVersionId, cancellationToken);
        var started = await StartAsync(connection, pending, plan, now, cancellationToken);
        var account = await BillingAccountRows.LockAsync(connection, started.OrganizationId, now, cancellationToken);
        var draft = composers.For(account, plan.Currency).First(PeriodClosing.FeeOf(started, plan, 1));
        await MovementRows.AddAsync(
            connection, started, Money.Zero(plan.Currency), plan.MonthlyWorthOf(started.Interval), now, cancellationToken);

        return (await invoices.WriteAsync(connection, new NewInvoice(draft, started.OrganizationId, started.Id, null), account, now, cancellationToken)).Id;
    }

    /// <summary>Puts a running subscription on a better plan within its period, as quoted.</summary>
    /// <returns>Whether it was done, and the invoice of the difference, open; none when nothing is to be paid.</returns>
    internal async Task<UpgradeOutcome> UpgradeAsync(
        OpsCenterDbContext db, Guid organizationId, UpgradeQuote quote, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var running = await SubscriptionRows.LockLiveAsync(connection, organizationId, cancellationToken);

        if (running is not { StartedAt: not null, TrialEndsAt: null } || running.PlanVersionId != quote.FromPlanVersionId || running.Interval != quote.Interval)
            return new UpgradeOutcome(false, null);

        var (before, plan) = (await plans.GetAsync(quote.FromPlanVersionId, cancellationToken), await plans.GetAsync(quote.ToPlanVersionId, cancellationToken));
        var open = await PeriodLayout.LockOpenAsync(connection, running.Id, plan.Currency, cancellationToken);

        if (open.FirstOrDefault()?.Id != quote.BillingPeriodId)
            return new UpgradeOutcome(false, null);

        var after = running with { PlanVersionId = plan.Id, NextPlanVersionId = null, NextInterval = null, CancelAt = null, CancelReason = null };
        await SubscriptionRows.SaveAsync(connection, after, cancellationToken);
        await PeriodLayout.MoveAsync(connection, open[0].Id, plan, quote.Included, cancellationToken);

        foreach (var next in open.Skip(1))
            await PeriodLayout.MoveAsync(connection, next.Id, plan, plan.Included, cancellationToken);

        await MovementRows.AddAsync(
            connection, after, before.MonthlyWorthOf(after.Interval), plan.MonthlyWorthOf(after.Interval), now, cancellationToken);

        return new UpgradeOutcome(true, await InvoiceDifferenceAsync(connection, after, (before, plan), quote, open[0], now, cancellationToken));
    }

    /// <summary>Ends a running subscription at once, with an invoice of what was used; what was paid in advance is not given back.</summary>
    /// <returns>False when none runs.</returns>
    internal async Task<bool> EndAsync(
        OpsCenterDbContext db, Guid organizationId, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (await SubscriptionRows.LockLiveAsync(connection, organizationId, cancellationToken) is not { StartedAt: not null } running)
            return false;

        await EndNowAsync(connection, running, reason, now, cancellationToken);

        return true;
    }

    private static async Task<Subscription> StartAsync(
        NpgsqlConnection connection, Subscription pending, PlanVersion plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var lastEnd = await PeriodLayout.LastEndAsync(connection, pending.OrganizationId, cancellationToken);
        var started = pending with
        {
            StartedAt = now,
            AnchorAt = lastEnd > midnight ? lastEnd : midnight,
            TrialEndsAt = plan.OnceHours is { } hours ? now.AddHours(hours) : null,
        };
        await SubscriptionRows.SaveAsync(connection, started, cancellationToken);
        await PeriodLayout.AddAsync(connection, started, plan, 1, now, cancellationToken);

        if (!plan.IsTrial)
            await PeriodLayout.AddAsync(connection, started, plan, 2, now, cancellationToken);

        return started;
    }

    private async Task<Guid?> InvoiceDifferenceAsync(
        NpgsqlConnection connection,
        Subscription subscription,
        (PlanVersion From, PlanVersion To) plans,
        UpgradeQuote quote,
        OpenPeriod period,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (quote.PriceDifference.Amount == 0)
            return null;

        var account = await BillingAccountRows.LockAsync(connection, subscription.OrganizationId, now, cancellationToken);
        var words = $"{plans.From.Name} to {plans.To.Name} plan, {quote.DaysInPeriod - quote.DaysElapsed} of {quote.DaysInPeriod} days";
        var draft = composers.For(account, plans.To.Currency).Upgrade(words, now, BillingTerm.EndOf(subscription, period.Number), quote.PriceDifference);
        var invoice = new NewInvoice(draft, subscription.OrganizationId, subscription.Id, period.Id);

        return (await invoices.WriteAsync(connection, invoice, account, now, cancellationToken)).Id;
    }

    // Periods that are over but not closed yet are closed as they are; the running one ends now.
    private async Task EndNowAsync(
        NpgsqlConnection connection, Subscription running, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(running.PlanVersionId, cancellationToken);
        var current = running;

        for (var open = await PeriodLayout.LockOpenAsync(connection, running.Id, plan.Currency, cancellationToken);
            current.EndedAt is null && open[0].Figures.EndsAt <= now;
            open = await PeriodLayout.LockOpenAsync(connection, running.Id, plan.Currency, cancellationToken))
        {
            current = await closing.CloseAsync(connection, current, null, now, cancellationToken);

            if (current.EndedAt is not null)
                return;
        }

        var last = (await PeriodLayout.LockOpenAsync(connection, running.Id, plan.Currency, cancellationToken))[0];
        var end = now > last.Figures.StartsAt ? now : last.Figures.StartsAt + ShortestPeriod;
        await PeriodLayout.TruncateAsync(connection, last.Id, end, cancellationToken);
        await closing.CloseAsync(connection, current, reason, now, cancellationToken);
    }
}
