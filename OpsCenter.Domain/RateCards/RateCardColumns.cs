using System.Collections.Immutable;

namespace OpsCenter.Domain.RateCards;

/// <summary>All columns of the rate card. The names are those of its JSON and YAML forms.</summary>
public static class RateCardColumns
{
    /// <summary>Rate of agents without one of their own.</summary>
    public static RateCardColumn DefaultAgentRate { get; } = Required("default_agent_rate_per_1k", "default agent rate", ColumnKind.Rate);

    /// <summary>Provider of a model; part of the row's key.</summary>
    public static RateCardColumn Provider { get; } = Required("provider", "provider", ColumnKind.Provider);

    /// <summary>Model; part of the row's key.</summary>
    public static RateCardColumn Model { get; } = Required("model", "model", ColumnKind.Model);

    /// <summary>House or frontier.</summary>
    public static RateCardColumn Class { get; } = OneOf("class", "class", [.. RateCardWords.RowClasses]);

    /// <summary>Cost of input tokens.</summary>
    public static RateCardColumn InputCost { get; } = Required("input_cost_per_1k", "input cost", ColumnKind.Rate);

    /// <summary>Cost of output tokens.</summary>
    public static RateCardColumn OutputCost { get; } = Required("output_cost_per_1k", "output cost", ColumnKind.Rate);

    /// <summary>Cost of cached input tokens; empty: the input cost.</summary>
    public static RateCardColumn CachedInputCost { get; } = Optional("cached_input_cost_per_1k", "cached input cost", ColumnKind.Rate);

    /// <summary>Cost of tokens written to the provider's cache; empty: the input cost.</summary>
    public static RateCardColumn CacheWriteCost { get; } = Optional("cache_write_cost_per_1k", "cache write cost", ColumnKind.Rate);

    /// <summary>Percent on top of the model cost.</summary>
    public static RateCardColumn Markup { get; } = Required("markup_percent", "markup", ColumnKind.Markup);

    /// <summary>Whether customers may use their own key.</summary>
    public static RateCardColumn ByokEnabled { get; } = Required("byok_enabled", "BYOK", ColumnKind.Flag);

    /// <summary>Name of an agent or tool; the row's key.</summary>
    public static RateCardColumn Name { get; } = Required("name", "name", ColumnKind.Identifier);

    /// <summary>Name of an agent as people read it.</summary>
    public static RateCardColumn DisplayName { get; } = Required("display_name", "display name", ColumnKind.Prose);

    /// <summary>What an agent does.</summary>
    public static RateCardColumn Description { get; } = Optional("description", "description", ColumnKind.Prose) with { MaxLength = 500 };

    /// <summary>An agent's own rate; empty: the card's default.</summary>
    public static RateCardColumn AgentRate { get; } = Optional("rate_per_1k", "rate", ColumnKind.Rate);

    /// <summary>Least agent fee of a job that succeeded.</summary>
    public static RateCardColumn MinFee { get; } = Required("min_fee", "minimum fee", ColumnKind.JobAmount);

    /// <summary>Most that one job may cost; empty: no ceiling.</summary>
    public static RateCardColumn MaxJobCost { get; } = Optional("max_job_cost", "ceiling", ColumnKind.JobAmount);

    /// <summary>What failed jobs cost.</summary>
    public static RateCardColumn OnFailure { get; } = OneOf("failure_policy", "failure policy", [.. RateCardWords.FailurePolicies]);

    /// <summary>The class of routes an agent's jobs try first; empty: the card's order.</summary>
    public static RateCardColumn PreferredClass { get; } =
        OneOf("preferred_class", "preferred class", [.. RateCardWords.RowClasses]) with { Optional = true };

    /// <summary>What a tool counts.</summary>
    public static RateCardColumn UnitType { get; } = Required("unit_type", "unit", ColumnKind.Identifier) with { MaxLength = 50 };

    /// <summary>What a customer pays for one unit.</summary>
    public static RateCardColumn UnitPrice { get; } = Required("unit_price", "price", ColumnKind.UnitPrice);

    /// <summary>What one unit costs us.</summary>
    public static RateCardColumn UnitCost { get; } = Required("unit_cost", "cost", ColumnKind.UnitPrice);

    /// <summary>The meter that counts the units.</summary>
    public static RateCardColumn Meter { get; } = Required("meter", "meter", ColumnKind.Identifier);

    /// <summary>Whether Brigade may start a job with it.</summary>
    public static RateCardColumn Active { get; } = Required("active", "active", ColumnKind.Flag);

    private static ImmutableArray<RateCardColumn> OfCard { get; } = [DefaultAgentRate];

    private static ImmutableArray<RateCardColumn> OfRoutes { get; } =
        [Provider, Model, Class, InputCost, OutputCost, CachedInputCost, CacheWriteCost, Markup, ByokEnabled, Active];

    private static ImmutableArray<RateCardColumn> OfAgents { get; } =
        [Name, DisplayName, Description, AgentRate, MinFee, MaxJobCost, PreferredClass, OnFailure, Active];

    private static ImmutableArray<RateCardColumn> OfTools { get; } = [Name, UnitType, UnitPrice, UnitCost, Meter, Active];

    /// <summary>The columns of a section, in reading order.</summary>
    public static ImmutableArray<RateCardColumn> Of(RateCardSection section) => section switch
    {
        RateCardSection.Card => OfCard,
        RateCardSection.Routes => OfRoutes,
        RateCardSection.Agents => OfAgents,
        RateCardSection.Tools => OfTools,
    };

    private static RateCardColumn Required(string name, string label, ColumnKind kind) => new(name, label, kind, Optional: false, []);

    private static RateCardColumn Optional(string name, string label, ColumnKind kind) => new(name, label, kind, Optional: true, []);

    private static RateCardColumn OneOf(string name, string label, ImmutableArray<string> choices) =>
        new(name, label, ColumnKind.Choice, Optional: false, choices);
}
