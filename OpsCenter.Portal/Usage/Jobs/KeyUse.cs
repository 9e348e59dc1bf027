namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Which part the customer's own provider keys played in a job.</summary>
public enum KeyUse
{
    /// <summary>A key of the customer paid the model.</summary>
    Own,

    /// <summary>The customer has a key, but the job ran on a paid route; the report says why.</summary>
    Fallback,
}
