using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Routing;

/// <summary>
/// The best route of a class for every mix of tokens. Margin and price are linear in tokens, so the best route depends on the ratio of
/// output to input only and changes at a few ratios: between two of them it is the same, exactly at one of them a tie may decide.
/// </summary>
internal sealed class RouteEnvelope
{
    /// <summary>Where the best route changes, by rising share of output.</summary>
    public required ImmutableArray<TokenMix> Turns { get; init; }

    /// <summary>The best route exactly at each turn.</summary>
    public required ImmutableArray<LlmRoute> AtTurns { get; init; }

    /// <summary>The best route before the first turn, between each two, and after the last: one more than turns.</summary>
    public required ImmutableArray<LlmRoute> Between { get; init; }

    /// <summary>The best route of a job without output.</summary>
    public required LlmRoute OnlyInput { get; init; }

    /// <summary>The best route of a job without input.</summary>
    public required LlmRoute OnlyOutput { get; init; }

    /// <summary>The best route of a job without tokens: all are free, the name decides.</summary>
    public required LlmRoute NoTokens { get; init; }

    public LlmRoute Best(long input, long output) => (input, output) switch
    {
        (0, 0) => NoTokens,
        (_, 0) => OnlyInput,
        (0, _) => OnlyOutput,
        _ => Find(new TokenMix(input, output)),
    };

    private LlmRoute Find(TokenMix mix)
    {
        var (low, high) = (0, Turns.Length);

        while (low < high)
        {
            var middle = (low + high) / 2;
            var side = mix.CompareTo(Turns[middle]);

            if (side == 0)
            {
                return AtTurns[middle];
            }

            (low, high) = side < 0 ? (low, middle) : (middle + 1, high);
        }

        return Between[low];
    }
}
