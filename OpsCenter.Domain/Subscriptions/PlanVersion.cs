using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>What a plan says, as one version of it. Never changed: subscribers stay on the version they chose until they are moved.</summary>
public sealed record PlanVersion
{
    /// <summary>Identity, version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The plan: <c>starter</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Which version of the plan, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Shown to customers, 1…60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>For whom it is, at most 200 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>Currency of all its amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Price of a month without tax; null when it is not sold by the month.</summary>
    public Money? MonthlyPrice { get; init; }

    /// <summary>Price of twelve months without tax; null when it is not sold by the year.</summary>
    public Money? YearlyPrice { get; init; }

    /// <summary>Price of a trial without tax, paid once; null for a plan that renews.</summary>
    public Money? OncePrice { get; init; }

    /// <summary>How many hours a trial lasts, 1…8784; null for a plan that renews.</summary>
    public int? OnceHours { get; init; }

    /// <summary>Included usage of one billing period, in money at the card's prices.</summary>
    public required Money Included { get; init; }

    /// <summary>Thresholds of one billing period.</summary>
    public required MeterLimits Limits { get; init; }

    /// <summary>True: at the first threshold, or when the included usage is used up, no new job starts. False: thresholds warn, and overage is charged.</summary>
    public required bool LimitsStop { get; init; }

    /// <summary>Whether the customer may use provider keys of its own.</summary>
    public required bool Byok { get; init; }

    /// <summary>Whether the customer may export its audit trail.</summary>
    public required bool AuditExport { get; init; }

    /// <summary>How many members the organisation may have, 1…100,000.</summary>
    public required int Seats { get; init; }

    /// <summary>Ceiling of a job's price; null for none of the plan's own.</summary>
    public Money? MaxJobCost { get; init; }

    /// <summary>Whether it ends by itself after <see cref="OnceHours"/>.</summary>
    public bool IsTrial => OnceHours is not null;

    /// <summary>The price of an interval, without tax; null when the plan is not sold so.</summary>
    public Money? PriceOf(BillingInterval interval) => interval switch
    {
        BillingInterval.Once => OncePrice,
        BillingInterval.Month => MonthlyPrice,
        BillingInterval.Year => YearlyPrice,
    };

    /// <summary>What an interval is worth a month: recurring revenue. A trial recurs not and is worth nothing.</summary>
    public Money MonthlyWorthOf(BillingInterval interval) => interval switch
    {
        BillingInterval.Once => Money.Zero(Currency),
        BillingInterval.Month => MonthlyPrice ?? Money.Zero(Currency),
        BillingInterval.Year => Money.Fee((YearlyPrice?.Amount ?? 0) / 12, Currency),
    };
}
