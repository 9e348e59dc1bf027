namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>What became of calling a scheduled version off.</summary>
public enum CancelOutcome
{
    /// <summary>It never comes into force.</summary>
    Cancelled,

    /// <summary>It was called off before, moved, or is in force already.</summary>
    NotScheduled,

    /// <summary>It comes into force within seconds.</summary>
    TooLate,
}
