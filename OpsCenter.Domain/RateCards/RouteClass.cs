namespace OpsCenter.Domain.RateCards;

/// <summary>Who runs the model of a route; decides the order in which Brigade tries routes.</summary>
public enum RouteClass
{
    /// <summary>The customer's own provider key. Never the class of a row on the rate card: it is chosen per job.</summary>
    Byok,

    /// <summary>A model served by us.</summary>
    House,

    /// <summary>A model bought from a provider.</summary>
    Frontier,
}
