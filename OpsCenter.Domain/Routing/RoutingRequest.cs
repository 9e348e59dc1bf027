using System.Collections.Immutable;

namespace OpsCenter.Domain.Routing;

/// <summary>A job that needs a route.</summary>
/// <param name="Agent">The agent's name; one that the card lacks has no preference.</param>
/// <param name="InputTokens">Estimated input tokens, 0…10⁹. Tokens decide which route earns most on this job.</param>
/// <param name="OutputTokens">Estimated output tokens, 0…10⁹.</param>
public sealed record RoutingRequest(string Agent, long InputTokens, long OutputTokens)
{
    /// <summary>Whether the customer's plan lets it use provider keys of its own.</summary>
    public bool MayUseByok { get; init; }

    /// <summary>Providers for which the customer has a usable key; order does not matter.</summary>
    public ImmutableArray<string> KeyedProviders { get; init; } = [];

    /// <summary>Providers that refused the customer's key while this job ran; their keys are not tried again for it.</summary>
    public ImmutableArray<string> RefusedProviders { get; init; } = [];

    /// <summary>Providers for which the customer has a key that whoever runs the job cannot read.</summary>
    public ImmutableArray<string> UnreadableProviders { get; init; } = [];

    /// <summary>Whether the customer has a key at all, usable or not.</summary>
    internal bool HasKey => !KeyedProviders.IsEmpty || !RefusedProviders.IsEmpty || !UnreadableProviders.IsEmpty;

    /// <summary>Whether the customer's key for a provider may be tried.</summary>
    internal bool MayTryKeyOf(string provider) => !RefusedProviders.Contains(provider) && !UnreadableProviders.Contains(provider);
}
