namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>What is done to many rows at once.</summary>
public enum BulkAct
{
    /// <summary>Numbers rise by a percentage of themselves.</summary>
    Raise,

    /// <summary>Numbers fall by a percentage of themselves.</summary>
    Lower,

    /// <summary>Numbers become one number.</summary>
    Set,

    /// <summary>Brigade may start jobs with the rows.</summary>
    Activate,

    /// <summary>Brigade may start no more jobs with the rows.</summary>
    Deactivate,
}
