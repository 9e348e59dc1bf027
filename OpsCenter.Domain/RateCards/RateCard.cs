using System.Collections.Frozen;
using OpsCenter.Domain.Routing;

namespace OpsCenter.Domain.RateCards;

/// <summary>A published version of the rate card: immutable, in force from a moment on, with its rows found by natural key.</summary>
public sealed class RateCard
{
    private readonly FrozenDictionary<string, LlmRoute> routes;
    private readonly FrozenDictionary<string, AgentPrice> agents;
    private readonly FrozenDictionary<string, ToolPrice> tools;
    private RoutingTable? routing;

    /// <summary>Makes a version searchable.</summary>
    /// <param name="version">1, 2, 3 … without gaps.</param>
    /// <param name="effectiveFrom">First moment it prices; <see cref="DateTimeOffset.MinValue"/> for version 1.</param>
    /// <param name="publishedAt">When it was published.</param>
    /// <param name="content">Its prices; natural keys are unique.</param>
    /// <exception cref="ArgumentException">Two rows share a natural key.</exception>
    public RateCard(int version, DateTimeOffset effectiveFrom, DateTimeOffset publishedAt, RateCardContent content)
    {
        (Version, EffectiveFrom, PublishedAt, Content) = (version, effectiveFrom, publishedAt, content);
        routes = content.Routes.ToFrozenDictionary(r => r.Route, StringComparer.Ordinal);
        agents = content.Agents.ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);
        tools = content.Tools.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>The version's number.</summary>
    public int Version { get; }

    /// <summary>First moment it prices. Jobs are priced with the version in force when they happened.</summary>
    public DateTimeOffset EffectiveFrom { get; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset PublishedAt { get; }

    /// <summary>Its prices.</summary>
    public RateCardContent Content { get; }

    /// <summary>Its active routes, prepared for choosing. Two threads that ask first make two equal ones, which does no harm.</summary>
    internal RoutingTable Routing => routing ??= new RoutingTable(Content);

    /// <summary>The route by <c>provider:model</c>, or null when it is absent from this version.</summary>
    public LlmRoute? FindRoute(string route) => routes.GetValueOrDefault(route);

    /// <summary>The agent by name, or null when it is absent from this version.</summary>
    public AgentPrice? FindAgent(string name) => agents.GetValueOrDefault(name);

    /// <summary>The tool by name, or null when it is absent from this version.</summary>
    public ToolPrice? FindTool(string name) => tools.GetValueOrDefault(name);
}
