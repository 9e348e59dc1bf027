using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Billing.Periods;

/// <summary>A billing period while entries are posted: its bounds and what is added to its counters.</summary>
internal sealed class PeriodAccount
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary>What jobs of the period cost so far beyond included usage, wherever that was posted.</summary>
    public required decimal Overage { get; set; }

    public decimal LlmFee { get; private set; }

    public decimal AgentFee { get; private set; }

    public decimal ToolsFee { get; private set; }

    public decimal Covered { get; private set; }

    public decimal Credited { get; private set; }

    public decimal Used { get; private set; }

    public decimal UsedCovered { get; private set; }

    public long Jobs { get; private set; }

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    public decimal Searches { get; private set; }

    /// <summary>Whether anything was added.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The first day, by which the period is called in the ledger.</summary>
    public DateOnly Name => DateOnly.FromDateTime(StartsAt.UtcDateTime);

    public bool Contains(DateTimeOffset moment) => StartsAt <= moment && moment < EndsAt;

    /// <summary>Adds what is billed here.</summary>
    public void Post(JobPrice price, decimal covered)
    {
        LlmFee += price.LlmFee.Amount;
        AgentFee += price.AgentFee.Amount;
        ToolsFee += price.ToolsFee.Amount;
        Covered += covered;
        IsChanged = true;
    }

    /// <summary>Adds money given back.</summary>
    public void Credit(decimal amount)
    {
        Credited += amount;
        IsChanged = true;
    }

    /// <summary>Adds what was used here.</summary>
    public void Use(decimal total, decimal covered)
    {
        Used += total;
        UsedCovered += covered;
        Overage += total - covered;
        IsChanged = true;
    }

    /// <summary>Counts a job that ran here on the meters.</summary>
    public void Count(JobUsage usage, decimal searches)
    {
        Jobs++;
        InputTokens += usage.InputTokens;
        OutputTokens += usage.OutputTokens;
        Searches += searches;
        IsChanged = true;
    }
}
