using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Tests.Subscriptions;

/// <summary>The plans that the portal starts with, and a subscription to one.</summary>
internal static class SamplePlans
{
    public static readonly DateTimeOffset Day1 = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static PlanVersion Trial { get; } = Of("trial", included: 5m, limits: new MeterLimits(150_000, 75_000, 225_000, 75)) with
    {
        MonthlyPrice = null,
        YearlyPrice = null,
        OncePrice = Usd(1m),
        OnceHours = 168,
        LimitsStop = true,
    };

    public static PlanVersion Starter { get; } = Of("starter", 19m, 190m, 15m, new MeterLimits(500_000, 250_000, 750_000, 250));

    public static PlanVersion Professional { get; } = Of("professional", 49m, 490m, 40m, new MeterLimits(1_250_000, 625_000, 1_875_000, 600)) with { Byok = true };

    public static PlanVersion Enterprise { get; } = Of("enterprise", 99m, 990m, 80m) with { Byok = true, AuditExport = true, Seats = 10 };

    public static Money Usd(decimal amount) => new(amount, Currency.Usd);

    public static Subscription To(PlanVersion plan, BillingInterval interval = BillingInterval.Month, DateTimeOffset? from = null) => new()
    {
        Id = Guid.CreateVersion7(Day1),
        OrganizationId = Guid.CreateVersion7(Day1),
        PlanVersionId = plan.Id,
        Interval = plan.IsTrial ? BillingInterval.Once : interval,
        CreatedAt = from ?? Day1,
        StartedAt = from ?? Day1,
        AnchorAt = from ?? Day1,
        TrialEndsAt = plan.OnceHours is { } hours ? (from ?? Day1).AddHours(hours) : null,
    };

    private static PlanVersion Of(string code, decimal monthly = 0, decimal yearly = 0, decimal included = 0, MeterLimits? limits = null) => new()
    {
        Id = Guid.CreateVersion7(Day1),
        Code = code,
        Version = 1,
        Name = code,
        Summary = "",
        Currency = Currency.Usd,
        MonthlyPrice = Usd(monthly),
        YearlyPrice = Usd(yearly),
        Included = Usd(included),
        Limits = limits ?? new MeterLimits(null, null, null, null),
        LimitsStop = false,
        Byok = false,
        AuditExport = false,
        Seats = 1,
    };
}
