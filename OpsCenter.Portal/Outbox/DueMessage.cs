namespace OpsCenter.Portal.Outbox;

/// <summary>A message that a dispatcher has claimed for a while.</summary>
/// <param name="Id">Its identity in its table.</param>
/// <param name="Kind">Who takes it.</param>
/// <param name="Payload">What it says, as JSON.</param>
/// <param name="Tries">How often it was tried, this time included.</param>
internal sealed record DueMessage(string Id, string Kind, string Payload, int Tries);
