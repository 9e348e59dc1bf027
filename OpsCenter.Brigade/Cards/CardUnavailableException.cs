namespace OpsCenter.Brigade.Cards;

/// <summary>Why Ops-Center's rate card cannot be had or used right now, in words for a person.</summary>
public sealed class CardUnavailableException : Exception
{
    /// <param name="message">The reason.</param>
    /// <param name="inner">What lies behind it.</param>
    public CardUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
