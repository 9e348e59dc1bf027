using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Periods;

/// <summary>A billing period with its counters. "Posted" is what is billed in it, "used" what ran in it; late jobs make the two differ.</summary>
public sealed record PeriodView
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The subscription it belongs to.</summary>
    public required Guid SubscriptionId { get; init; }

    /// <summary>The version of the plan it runs on.</summary>
    public required Guid PlanVersionId { get; init; }

    /// <summary>Its place in the subscription, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>First moment.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>First moment after it.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Posted model fees.</summary>
    public required Money LlmFee { get; init; }

    /// <summary>Posted agent fees.</summary>
    public required Money AgentFee { get; init; }

    /// <summary>Posted tool fees.</summary>
    public required Money ToolsFee { get; init; }

    /// <summary>How much of the posted fees included usage pays.</summary>
    public required Money Covered { get; init; }

    /// <summary>What was given back, 0 or more.</summary>
    public required Money Credited { get; init; }

    /// <summary>Overage that interim invoices have billed already.</summary>
    public required Money Invoiced { get; init; }

    /// <summary>What the jobs that ran in it cost, wherever they are billed.</summary>
    public required Money Used { get; init; }

    /// <summary>How much of that included usage pays.</summary>
    public required Money UsedCovered { get; init; }

    /// <summary>Usage that the plan includes in this period.</summary>
    public required Money Included { get; init; }

    /// <summary>Jobs that ran in it.</summary>
    public required long Jobs { get; init; }

    /// <summary>Meter <c>llm.input_tok</c>.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Meter <c>llm.output_tok</c>.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>Meter <c>agent.meter_tok</c>.</summary>
    public required long AgentTokens { get; init; }

    /// <summary>Meter <c>tool.web.request</c>.</summary>
    public required decimal Searches { get; init; }

    /// <summary>When it was closed; null while it is open.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Posted fees together.</summary>
    public Money Posted => LlmFee + AgentFee + ToolsFee;

    /// <summary>Posted fees beyond included usage: what is charged.</summary>
    public Money Overage => Posted - Covered;
}
