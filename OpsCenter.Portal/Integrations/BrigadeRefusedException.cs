namespace OpsCenter.Portal.Integrations;

/// <summary>Brigade does not have the rate card that it should have; the outbox tries again.</summary>
internal sealed class BrigadeRefusedException(string reason) : Exception(reason);
