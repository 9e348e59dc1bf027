using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>Wakes the delivery of news.</summary>
internal sealed class TestEventBell : WorkBell;
