using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Usage.Corrections;
using OpsCenter.Portal.Usage.Credits;

namespace OpsCenter.Portal.Tests.Billing.Engine;

/// <summary>A customer that does anything, at any time: uses, late uses, corrects, changes plans, cancels, comes back.</summary>
internal sealed class RandomLife(BillingFixture fixture, Random random, Guid customer)
{
    private static readonly Actor.User Admin = new(Guid.Parse("0199c1f2-0000-7000-8000-0000000000aa"), PlatformRole.Admin, null, null);
    private static readonly string[] Plans = ["starter", "professional", "enterprise"];
    private readonly List<Guid> jobs = [];

    /// <summary>Does one of them.</summary>
    public async Task StepAsync()
    {
        var running = await RunningAsync();

        if (running is null)
        {
            await fixture.SubscribeAsync(customer, random.Next(4) == 0 ? "trial" : Plan(), random.Next(4) == 0 ? BillingInterval.Year : BillingInterval.Month);

            return;
        }

        await (random.Next(16) switch
        {
            < 6 => UseAsync(),
            < 8 => CorrectAsync(),
            8 => CreditAsync(),
            9 or 10 => UpgradeAsync(running),
            11 => ScheduleAsync(running),
            12 => CancelAsync(running),
            13 => fixture.ChangeAsync(customer, s => s with { CancelAt = null, CancelReason = null }),
            14 => fixture.ChangeAsync(customer, s => s with { PastDueSince = s.PastDueSince is null && random.Next(3) == 0 ? fixture.Clock.GetUtcNow() : null }),
            _ => random.Next(5) == 0 ? EndAsync() : UseAsync(),
        });
    }

    private string Plan() => Plans[random.Next(Plans.Length)];

    private async Task<Subscription?> RunningAsync()
    {
        await using var connection = await fixture.Database.OpenConnectionAsync();

        return await SubscriptionRows.FindLiveAsync(connection, customer, CancellationToken.None);
    }

    private async Task UseAsync()
    {
        for (var count = random.Next(1, 4); count > 0; count--)
            jobs.Add(await fixture.UseAsync(customer, random.Next(1, 900), TimeSpan.FromHours(random.Next(3) == 0 ? random.Next(24 * 40) : 0), random.Next(5)));
    }

    private async Task CorrectAsync()
    {
        if (jobs.Count == 0)
            return;

        var job = jobs[random.Next(jobs.Count)];
        var last = await fixture.ScalarAsync<int>("select max(seq) from ledger_entries where event_id = $1", job);
        await fixture.Get<VoidJob>().HandleAsync(Admin, new CorrectionRequest(job, last, "For chance's sake"), CancellationToken.None);
    }

    private async Task CreditAsync() => await fixture.Get<GiveCredit>().HandleAsync(
        Admin,
        new GiveCreditInput(Guid.CreateVersion7(fixture.Clock.GetUtcNow()), customer, random.Next(1, 5_000) / 100m, "For chance's sake", null),
        CancellationToken.None);

    private async Task UpgradeAsync(Subscription running)
    {
        var to = await fixture.PlanAsync(Plan());

        if (running.TrialEndsAt is not null || await fixture.Get<PeriodQueries>().CurrentAsync(Admin, customer, CancellationToken.None) is not { } period)
            return;

        var from = await fixture.Get<PlanVersions>().GetAsync(running.PlanVersionId, CancellationToken.None);
        var quote = new UpgradeBasis(
            running, from, to, period.Id, period.Number, period.StartsAt, period.EndsAt, period.Included, period.UsedCovered).QuoteAt(fixture.Clock.GetUtcNow());
        await fixture.InTransactionAsync(db => fixture.Get<SubscriptionEngine>().UpgradeAsync(db, customer, quote, fixture.Clock.GetUtcNow(), CancellationToken.None));
    }

    private async Task ScheduleAsync(Subscription running)
    {
        var to = await fixture.PlanAsync(Plan());

        if (running.TrialEndsAt is null)
        {
            await fixture.ChangeAsync(customer, s => s with
            {
                NextPlanVersionId = to.Id,
                NextInterval = random.Next(2) == 0 ? BillingInterval.Year : BillingInterval.Month,
                CancelAt = null,
                CancelReason = null,
            });
        }
    }

    private async Task CancelAsync(Subscription running)
    {
        if (running.TrialEndsAt is null && await fixture.Get<PeriodQueries>().CurrentAsync(Admin, customer, CancellationToken.None) is { } period)
        {
            await fixture.ChangeAsync(customer, s => s with
            {
                CancelAt = OpsCenter.Domain.Billing.BillingTerm.EndOf(s, period.Number),
                CancelReason = "For chance's sake",
                NextPlanVersionId = null,
                NextInterval = null,
            });
        }
    }

    private async Task EndAsync() =>
        await fixture.InTransactionAsync(db => fixture.Get<SubscriptionEngine>().EndAsync(db, customer, "Ended by chance.", fixture.Clock.GetUtcNow(), CancellationToken.None));
}
