using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Which holds a list shows. What is null does not restrict.</summary>
public sealed record HoldFilter
{
    /// <summary>Open, proposed, priced or written off.</summary>
    public HoldView View { get; init; }

    /// <summary>A kind of thing that was missing.</summary>
    public HoldReason? Reason { get; init; }

    /// <summary>The name of the thing that was missing, exactly.</summary>
    public string? Subject { get; init; }

    /// <summary>The customer as reported, or the id of one of ours; exactly.</summary>
    public string? Customer { get; init; }
}
