namespace OpsCenter.Portal.Data.Live;

/// <summary>What open pages follow. A mark says that it changed, never how: who follows it reads again.</summary>
public enum LiveTopic
{
    /// <summary>Jobs, charges, holds and the roll-ups over them.</summary>
    Usage,

    /// <summary>The published versions of the rate card.</summary>
    RateCard,

    /// <summary>Invoices, payments, cards and checkouts.</summary>
    Billing,

    /// <summary>What operators should look at.</summary>
    Notices,

    /// <summary>What is known of the systems around the portal.</summary>
    Integrations,
}
