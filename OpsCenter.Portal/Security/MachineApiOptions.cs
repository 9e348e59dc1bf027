namespace OpsCenter.Portal.Security;

/// <summary>How fast one machine credential may call; section <c>MachineApi</c>.</summary>
public sealed class MachineApiOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "MachineApi";

    /// <summary>Highest value of either setting: one call a microsecond is as fine as the clock is read.</summary>
    public const int Max = 1_000_000;

    /// <summary>
    /// Calls per second that a credential may make for ever, 1…1,000,000. The default guards against a loop gone wild, not against load.
    /// </summary>
    public int PermitsPerSecond { get; init; } = 200_000;

    /// <summary>Calls that may come at once after a pause, 1…1,000,000.</summary>
    public int Burst { get; init; } = 200_000;
}
