namespace OpsCenter.Domain.Integrations;

/// <summary>What became of a question to Brigade.</summary>
/// <typeparam name="T">What it was asked for.</typeparam>
public abstract record BrigadeAnswer<T>
{
    private BrigadeAnswer()
    {
    }

    /// <summary>It answered.</summary>
    /// <param name="Value">What it says.</param>
    public sealed record Given(T Value) : BrigadeAnswer<T>;

    /// <summary>There is no usable answer; asking again later may give one.</summary>
    /// <param name="Reason">Why, in a sentence for an operator.</param>
    public sealed record Failed(string Reason) : BrigadeAnswer<T>;

    /// <summary>No Brigade is connected, so nobody was asked.</summary>
    public sealed record NotConnected : BrigadeAnswer<T>;
}
