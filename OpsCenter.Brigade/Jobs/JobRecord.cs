using System.Collections.Immutable;
using OpsCenter.Brigade.Models;
using OpsCenter.Domain.Routing;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Jobs;

/// <summary>A job that ended. One that was found in the spool after a restart has no output, price, estimate and receipt.</summary>
public sealed record JobRecord
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }

    /// <summary>How it ended.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>What it used.</summary>
    public required ModelTokens Tokens { get; init; }

    /// <summary>Tools it used.</summary>
    public required ImmutableArray<ToolUse> Tools { get; init; }

    /// <summary>What the model wrote; null when it is not known any more.</summary>
    public string? Output { get; init; }

    /// <summary>Why it ended before its end; null when it succeeded.</summary>
    public JobEnding? Ending { get; init; }

    /// <summary>What was decided before it ran.</summary>
    public JobPlan? Plan { get; init; }

    /// <summary>The price by the card it ran with.</summary>
    public JobPrice? Price => Plan?.PriceOf(Tokens, Status);

    /// <summary>The routing receipt.</summary>
    public RoutingReceipt? Receipt => Plan?.Receipt;
}
