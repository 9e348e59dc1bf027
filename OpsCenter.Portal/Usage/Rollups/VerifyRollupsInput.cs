namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>What to compare.</summary>
/// <param name="First">First UTC day; null for the first there is anything of.</param>
/// <param name="Last">Last UTC day, included; null for the last there is anything of.</param>
/// <param name="Repair">Whether to correct what differs.</param>
public sealed record VerifyRollupsInput(DateOnly? First = null, DateOnly? Last = null, bool Repair = false);
