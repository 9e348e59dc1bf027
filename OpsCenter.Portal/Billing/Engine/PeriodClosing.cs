using Npgsql;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Subscriptions.Movements;
using OpsCenter.Portal.Usage.Ledger;

namespace OpsCenter.Portal.Billing.Engine;

/// <summary>
/// Closes a billing period: its invoice, the rounding of that, the next period and the end of the subscription are one transaction, so a
/// crash leaves either all of it or nothing, and a second engine finds nothing to do.
/// </summary>
public sealed class PeriodClosing(PlanVersions plans, InvoiceComposers composers, InvoiceWriter invoices)
{
    private const string BillingSubject = "billing";

    private const string MarkClosed = "update billing_periods set closed_at = $2, credited = $3, residue = $4 where id = $1";

    /// <summary>Closes the oldest open period; the caller has locked the subscription.</summary>
    /// <param name="connection">In the caller's transaction.</param>
    /// <param name="subscription">As it is now.</param>
    /// <param name="endReason">Why it ends with this period; null: it goes on, unless its facts say otherwise.</param>
    /// <param name="now">When it is closed.</param>
    /// <param name="cancellationToken">Nothing is closed when it comes before the commit.</param>
    /// <returns>The subscription afterwards.</returns>
    internal async Task<Subscription> CloseAsync(
        NpgsqlConnection connection, Subscription subscription, string? endReason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(subscription.PlanVersionId, cancellationToken);
        var open = await PeriodLayout.LockOpenAsync(connection, subscription.Id, plan.Currency, cancellationToken);
        var period = await WaiveAsync(connection, subscription, plan, open[0], now, cancellationToken);
        var end = endReason ?? SubscriptionEnd.At(subscription, period.Figures.EndsAt);
        var (after, fee) = end is null
            ? await ContinueAsync(connection, subscription, plan, open, now, cancellationToken)
            : (subscription with { EndedAt = period.Figures.EndsAt, EndReason = end }, null);

        await InvoiceAsync(connection, after, period, fee, now, cancellationToken);
        await SubscriptionRows.SaveAsync(connection, after, cancellationToken);

        if (after.EndedAt is not null)
            await EndAsync(connection, after, plan, open, now, cancellationToken);

        return after;
    }

    // A plan that stops at its limits never charges more than its price; jobs that were still running are on the house.
    private static async Task<OpenPeriod> WaiveAsync(
        NpgsqlConnection connection, Subscription subscription, PlanVersion plan, OpenPeriod period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unbilled = period.Figures.Unbilled;

        if (!plan.LimitsStop || unbilled.Amount <= 0)
            return period;

        await PostAsync(
            connection,
            [Adjustment(subscription, period, LedgerEntryKind.Credit, -unbilled, $"The {plan.Name} plan charges nothing beyond its price.", now)],
            now,
            cancellationToken);

        return period.WithCredit(unbilled);
    }

    private async Task<(Subscription After, PlanFee? Fee)> ContinueAsync(
        NpgsqlConnection connection, Subscription subscription, PlanVersion plan, List<OpenPeriod> open, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = open[0].Number + 1;
        var after = BillingTerm.LastOf(subscription, open[0].Number) == open[0].Number ? NextTerm(subscription, next) : subscription;
        var nextPlan = await plans.GetAsync(after.PlanVersionId, cancellationToken);

        if (open.Count < 2)
            await PeriodLayout.AddAsync(connection, after, nextPlan, next, now, cancellationToken);
        else if (open[1].PlanVersionId != nextPlan.Id)
            await PeriodLayout.MoveAsync(connection, open[1].Id, nextPlan, nextPlan.Included, cancellationToken);

        await PeriodLayout.AddAsync(connection, after, nextPlan, next + 1, now, cancellationToken);
        await MovementRows.AddAsync(
            connection, after, plan.MonthlyWorthOf(subscription.Interval), nextPlan.MonthlyWorthOf(after.Interval), open[0].Figures.EndsAt, cancellationToken);

        return (after, BillingTerm.BeginsWith(after, next) ? FeeOf(after, nextPlan, next) : null);
    }

    /// <summary>The subscription when a term begins: with the change that was scheduled.</summary>
    internal static Subscription NextTerm(Subscription subscription, int next) => subscription switch
    {
        { NextPlanVersionId: { } plan, NextInterval: { } interval } => subscription with
        {
            PlanVersionId = plan,
            Interval = interval,
            TermFrom = next,
            NextPlanVersionId = null,
            NextInterval = null,
        },
        _ => subscription,
    };

    /// <summary>The plan's price for the term that begins with a period.</summary>
    internal static PlanFee FeeOf(Subscription subscription, PlanVersion plan, int period)
    {
        var anchor = subscription.AnchorAt ?? throw new InvalidOperationException("A subscription that has not started owes nothing.");
        var price = plan.PriceOf(subscription.Interval)
            ?? throw new InvalidOperationException($"Plan version {plan.Id} is not sold by the {subscription.Interval}.");

        return new PlanFee(plan.Name, PeriodCalendar.StartOf(anchor, period), BillingTerm.EndOf(subscription, period), price);
    }

    private async Task InvoiceAsync(
        NpgsqlConnection connection, Subscription subscription, OpenPeriod period, PlanFee? fee, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var account = await BillingAccountRows.LockAsync(connection, subscription.OrganizationId, now, cancellationToken);
        var currency = period.Figures.LlmFee.Currency;
        var draft = composers.For(account, currency).Period(period.Figures, fee, new Money(account.Carried, currency));

        await PostAsync(
            connection,
            [
                .. draft.Lines.Where(line => line.Residue.Amount != 0).Select(line =>
                    Adjustment(subscription, period, LedgerEntryKind.Residue, line.Residue, $"Rounding of the invoice line “{line.Description}”.", now)),
            ],
            now,
            cancellationToken);
        await using (var command = new NpgsqlCommand(MarkClosed, connection))
        {
            command.Parameters.AddAll(period.Id, now.UtcDateTime, period.Figures.Credited.Amount, draft.Residue.Amount);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        if (draft.IsEmpty)
            return;

        var issued = await invoices.WriteAsync(
            connection, new NewInvoice(draft, subscription.OrganizationId, subscription.Id, period.Id), account, now, cancellationToken);

        if (issued.Total.Amount > 0)
            await PaymentRequests.RequestAsync(connection, issued.Id, automatic: true, now, cancellationToken);
    }

    // The period after the end was laid out. When something ran in it before the end was carried out, that is billed and it is closed, too.
    private async Task EndAsync(
        NpgsqlConnection connection, Subscription ended, PlanVersion plan, List<OpenPeriod> open, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await MovementRows.AddAsync(
            connection, ended, plan.MonthlyWorthOf(ended.Interval), Money.Zero(plan.Currency), ended.EndedAt ?? now, cancellationToken);

        foreach (var next in open.Skip(1))
        {
            if (next.IsUntouched)
                await PeriodLayout.RemoveAsync(connection, next.Id, cancellationToken);
            else
                await InvoiceAsync(connection, ended, next, fee: null, now, cancellationToken);
        }
    }

    private static LedgerAdjustment Adjustment(
        Subscription subscription, OpenPeriod period, LedgerEntryKind kind, Money amount, string reason, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), kind, subscription.OrganizationId, period.Id, period.Name, amount, reason);

    private static async Task PostAsync(NpgsqlConnection connection, LedgerAdjustment[] entries, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (entries.Length == 0)
            return;

        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { LedgerAdjustments.InsertCommand(entries, now, BillingSubject) } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
