using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>What an invoice would say before it is issued: the same composer draws it up.</summary>
public sealed class InvoicePreviews(NpgsqlDataSource database, PlanVersions plans, InvoiceComposers composers, TimeProvider clock)
{
    /// <summary>The invoice at the end of the running period, if nothing more happened in it; null without a running subscription.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's billing.</exception>
    public async Task<InvoiceDraft?> NextAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        const string current = "where p.organization_id = $1 and p.closed_at is null and p.starts_at <= $2 order by p.number limit 1";
        var period = (await PeriodRows.ReadAsync(connection, plans, current, cancellationToken, organizationId, clock.GetUtcNow().UtcDateTime)).SingleOrDefault();

        if (period is null || await SubscriptionRows.FindAsync(connection, period.SubscriptionId, cancellationToken) is not { } subscription)
            return null;

        var account = await BillingAccountRows.FindAsync(connection, organizationId, cancellationToken);
        var figures = new PeriodFigures(
            period.StartsAt, period.EndsAt, period.LlmFee, period.AgentFee, period.ToolsFee, period.Covered, period.Credited, period.Invoiced);

        return composers.For(account, period.LlmFee.Currency)
            .Period(figures, await NextFeeAsync(subscription, period, cancellationToken), new Money(account.Carried, period.LlmFee.Currency));
    }

    /// <summary>The first invoice of a plan, if it were chosen now; the version must be sold at this interval.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's billing.</exception>
    public async Task<InvoiceDraft> FirstAsync(
        Actor actor, Guid organizationId, PlanVersion plan, BillingInterval interval, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);
        var now = clock.GetUtcNow();
        var chosen = new Subscription
        {
            Id = Guid.Empty,
            OrganizationId = organizationId,
            PlanVersionId = plan.Id,
            Interval = interval,
            CreatedAt = now,
            AnchorAt = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero),
            TrialEndsAt = plan.OnceHours is { } hours ? now.AddHours(hours) : null,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var account = await BillingAccountRows.FindAsync(connection, organizationId, cancellationToken);

        return composers.For(account, plan.Currency).First(PeriodClosing.FeeOf(chosen, plan, 1));
    }

    /// <summary>The invoice of an upgrade as quoted; empty when nothing is to be paid.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's billing.</exception>
    public async Task<InvoiceDraft> UpgradeAsync(Actor actor, Guid organizationId, UpgradeQuote quote, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);
        var plan = await plans.GetAsync(quote.ToPlanVersionId, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var account = await BillingAccountRows.FindAsync(connection, organizationId, cancellationToken);

        return composers.For(account, plan.Currency).Upgrade($"Change to the {plan.Name} plan", quote.QuotedAt, quote.QuotedAt, quote.PriceDifference);
    }

    private async Task<PlanFee?> NextFeeAsync(Subscription subscription, PeriodView period, CancellationToken cancellationToken)
    {
        var next = period.Number + 1;

        if (SubscriptionEnd.At(subscription, period.EndsAt) is not null)
            return null;

        var after = BillingTerm.LastOf(subscription, period.Number) == period.Number ? PeriodClosing.NextTerm(subscription, next) : subscription;

        return BillingTerm.BeginsWith(after, next)
            ? PeriodClosing.FeeOf(after, await plans.GetAsync(after.PlanVersionId, cancellationToken), next)
            : null;
    }

    private static void Demand(Actor actor, Guid organizationId) =>
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnSubscription, Permission.ViewBilling);
}
