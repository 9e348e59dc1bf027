using System.Collections.Immutable;

namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>One of the seven tables of roll-ups, for those who treat them alike. Their order is that in which writers lock them.</summary>
/// <param name="Name">Of the table; <c>expected_</c> before it names the function that works it out anew.</param>
/// <param name="Span">Condition for the rows of a span of whole UTC days, from <c>$1</c> until before <c>$2</c>.</param>
/// <param name="Keys">The columns that tell rows apart.</param>
/// <param name="Label">Those columns as one text for a reader.</param>
/// <param name="Sums">The columns that are sums.</param>
internal sealed record RollupTable(string Name, string Span, string Keys, string Label, ImmutableArray<string> Sums)
{
    private const string Hours = "hour >= $1 and hour < $2";
    private const string Days = "day >= ($1::timestamptz at time zone 'UTC')::date and day < ($2::timestamptz at time zone 'UTC')::date";
    private const string Hour = "to_char(hour at time zone 'UTC', 'YYYY-MM-DD HH24:MI')";
    private const string Customer = "coalesce(organization_id::text, 'no customer')";

    private static readonly ImmutableArray<string> UsageSums =
    [
        "jobs", "failed_jobs", "byok_jobs", "held_jobs", "input_tokens", "output_tokens", "cached_input_tokens", "llm_fee", "agent_fee",
        "tools_fee", "llm_cost", "tools_cost", "exposure",
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<RollupTable> All { get; } =
    [
        new("hourly_rollups", Hours, "hour, organization_id, agent_name, route, member_ref, currency",
            $"concat_ws(' · ', {Hour}, {Customer}, agent_name, route, coalesce(member_ref, 'no member'), currency)", UsageSums),
        new("daily_rollups", Days, "day, organization_id, agent_name, route, currency",
            $"concat_ws(' · ', day, {Customer}, agent_name, route, currency)", UsageSums),
        new("tool_rollups", Hours, "hour, organization_id, tool, currency",
            $"concat_ws(' · ', {Hour}, {Customer}, tool, currency)", ["uses", "units", "fee", "cost"]),
        new("fee_rollups", Days, "day, agent_name, currency, fee_floor",
            "concat_ws(' · ', day, agent_name, currency, fee_floor)", ["jobs", "total"]),
        new("version_rollups", Days, "day, rate_card_version, currency", "concat_ws(' · ', day, 'version ' || rate_card_version, currency)",
            ["jobs", "llm_fee", "agent_fee", "tools_fee", "llm_cost", "tools_cost"]),
        new("failure_rollups", Days, "day, agent_name, route, currency", "concat_ws(' · ', day, agent_name, route, currency)", ["jobs", "fee", "cost"]),
        new("byok_rollups", Days, "day, organization_id, route, currency", $"concat_ws(' · ', day, {Customer}, route, currency)",
            ["jobs", "unknown_jobs", "platform_fee", "avoided_fee"]),
    ];

    /// <summary>What differs between the table and the function: label, sums there are, sums there should be, whether there is and should be a row.</summary>
    public string Compare =>
        $"""
        select {Label}, array[{Each(sum => $"coalesce(sum({sum}) filter (where stored), 0)::numeric")}],
            array[{Each(sum => $"coalesce(sum({sum}) filter (where not stored), 0)::numeric")}], bool_or(stored), bool_or(not stored)
        from (
            select true as stored, {Keys}{Listed} from {Name} where {Span}
            union all
            select false, {Keys}{Listed} from expected_{Name}($1, $2)) both_sides
        group by {Keys}
        having {string.Join(" or ", Sums.Select(sum => $"sum(case when stored then {sum} else -{sum} end) <> 0"))}
        order by {Keys}
        """;

    /// <summary>Removes the rows of the span.</summary>
    public string Clear => $"delete from {Name} where {Span}";

    /// <summary>Fills the span anew.</summary>
    public string Fill => $"insert into {Name} select * from expected_{Name}($1, $2)";

    /// <summary>How many rows the span has and what they sum to, as JSON, for the audit trail.</summary>
    public string Total => $"select jsonb_build_object('rows', count(*){string.Concat(Sums.Select(sum => $", '{sum}', trim_scale(coalesce(sum({sum}), 0)::numeric)::text"))})::text from {Name} where {Span}";

    private string Listed => $", {string.Join(", ", Sums)}";

    private string Each(Func<string, string> expression) => string.Join(", ", Sums.Select(expression));
}
