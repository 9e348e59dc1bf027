using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>What an operator writes into a version of a plan. Amounts are in the currency of the installation and without tax.</summary>
public sealed record PlanTerms
{
    /// <summary>Shown to customers, 1…60 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>For whom it is, at most 200 characters.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Price of a month; null when it is not sold by the month.</summary>
    public decimal? MonthlyPrice { get; init; }

    /// <summary>Price of twelve months; null when it is not sold by the year.</summary>
    public decimal? YearlyPrice { get; init; }

    /// <summary>Price of a trial; null for a plan that renews.</summary>
    public decimal? OncePrice { get; init; }

    /// <summary>Hours of a trial; null for a plan that renews.</summary>
    public int? OnceHours { get; init; }

    /// <summary>Included usage of a billing period.</summary>
    public decimal Included { get; init; }

    /// <summary>Thresholds of a billing period.</summary>
    public MeterLimits Limits { get; init; } = new(null, null, null, null);

    /// <summary>Whether thresholds stop new jobs and no overage is possible.</summary>
    public bool LimitsStop { get; init; }

    /// <summary>Whether the customer may use provider keys of its own.</summary>
    public bool Byok { get; init; }

    /// <summary>Whether the customer may export its audit trail.</summary>
    public bool AuditExport { get; init; }

    /// <summary>Members of the organisation, 1…100,000.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>Ceiling of a job's price; null for none.</summary>
    public decimal? MaxJobCost { get; init; }

    /// <summary>What a version says.</summary>
    public static PlanTerms Of(PlanVersion version) => new()
    {
        Name = version.Name,
        Summary = version.Summary,
        MonthlyPrice = version.MonthlyPrice?.Amount,
        YearlyPrice = version.YearlyPrice?.Amount,
        OncePrice = version.OncePrice?.Amount,
        OnceHours = version.OnceHours,
        Included = version.Included.Amount,
        Limits = version.Limits,
        LimitsStop = version.LimitsStop,
        Byok = version.Byok,
        AuditExport = version.AuditExport,
        Seats = version.Seats,
        MaxJobCost = version.MaxJobCost?.Amount,
    };

    /// <summary>The version that says it.</summary>
    public PlanVersion ToVersion(Guid id, string code, int number, Currency currency) => new()
    {
        Id = id,
        Code = code,
        Version = number,
        Name = Name.Trim(),
        Summary = Summary.Trim(),
        Currency = currency,
        MonthlyPrice = In(MonthlyPrice, currency),
        YearlyPrice = In(YearlyPrice, currency),
        OncePrice = In(OncePrice, currency),
        OnceHours = OnceHours,
        Included = new Money(Included, currency),
        Limits = Limits,
        LimitsStop = LimitsStop,
        Byok = Byok,
        AuditExport = AuditExport,
        Seats = Seats,
        MaxJobCost = In(MaxJobCost, currency),
    };

    private static Money? In(decimal? amount, Currency currency) => amount is { } value ? new Money(value, currency) : null;
}
