namespace OpsCenter.Domain.Routing;

/// <summary>Who set a ceiling.</summary>
public enum CeilingSource
{
    /// <summary>The agent, on the rate card.</summary>
    Agent,

    /// <summary>The customer's plan.</summary>
    Customer,

    /// <summary>Whoever asked for the job.</summary>
    Request,
}
