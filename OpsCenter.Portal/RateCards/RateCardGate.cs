namespace OpsCenter.Portal.RateCards;

/// <summary>
/// Orders publishing and pricing. Whoever prices shares the gate and then reads which version is in force; whoever publishes closes it and
/// then takes the time. Held until the transaction ends. An advisory lock, because it queues fairly and writes nothing.
/// </summary>
internal static class RateCardGate
{
    /// <summary>Statement of whoever prices jobs.</summary>
    public const string Share = "select pg_advisory_xact_lock_shared(8200001)";

    /// <summary>Statement of whoever publishes.</summary>
    public const string Close = "select pg_advisory_xact_lock(8200001)";
}
