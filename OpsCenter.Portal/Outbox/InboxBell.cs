namespace OpsCenter.Portal.Outbox;

/// <summary>Wakes the dispatcher of the inbox.</summary>
public sealed class InboxBell : WorkBell;
