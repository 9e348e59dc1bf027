namespace OpsCenter.Portal.Usage.Overview;

/// <summary>Whose jobs an overview is about.</summary>
/// <param name="CustomerId">Only this customer's; null for all.</param>
/// <param name="Agent">Only this agent's; null for all.</param>
public sealed record OverviewScope(Guid? CustomerId = null, string? Agent = null)
{
    /// <summary>All jobs of the platform.</summary>
    public static OverviewScope All { get; } = new();
}
