namespace OpsCenter.Portal.Outbox;

/// <summary>Wakes the dispatcher of the outbox.</summary>
public sealed class OutboxBell : WorkBell;
