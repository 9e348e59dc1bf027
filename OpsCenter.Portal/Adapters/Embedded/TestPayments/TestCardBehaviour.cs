namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>What a published test card does.</summary>
internal enum TestCardBehaviour
{
    Ok,
    GenericDecline,
    InsufficientFunds,
    LostCard,
    StolenCard,
    ExpiredCard,
    IncorrectCvc,
    ProcessingError,

    /// <summary>Can be saved; every charge is declined.</summary>
    DeclinesLater,

    /// <summary>Asks for the person once, when it is saved or first paid with; afterwards it can be charged.</summary>
    AuthenticatesOnce,

    /// <summary>Asks for the person at every payment, so it cannot be charged while nobody is there.</summary>
    AuthenticatesAlways,

    /// <summary>Asks for the person, and then has no money.</summary>
    AuthenticatesThenLacksFunds,

    /// <summary>Pays, and is disputed at once.</summary>
    Disputes,

    /// <summary>No published test card: a real number must not work here.</summary>
    NotATestCard,
}
