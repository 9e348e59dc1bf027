using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>
/// The rate card tables. The foreign key from rows to their version is not in the model, but in SQL and deferred: rows are inserted
/// first and the version row seals them, after which the database refuses further rows.
/// </summary>
internal sealed class RateCardConfiguration :
    IEntityTypeConfiguration<RateCardVersion>,
    IEntityTypeConfiguration<LlmRoute>,
    IEntityTypeConfiguration<AgentPrice>,
    IEntityTypeConfiguration<ToolPrice>
{
    public const string Version = "Version";
    private const string Rate = "numeric(18,12)";

    public void Configure(EntityTypeBuilder<RateCardVersion> builder)
    {
        builder.ToTable("rate_card_versions", t =>
        {
            t.HasCheckConstraint("ck_rate_card_versions_version", "version > 0");
            t.HasCheckConstraint("ck_rate_card_versions_first", "(version = 1) = (effective_from = '-infinity')");
            t.HasCheckConstraint("ck_rate_card_versions_base", "base_version < version");
            t.HasCheckConstraint("ck_rate_card_versions_default", "default_agent_rate_per_1k >= 0");
            t.HasCheckConstraint("ck_rate_card_versions_restored", "restored_version < version");
            t.HasCheckConstraint("ck_rate_card_versions_cancelled", "cancelled_at < effective_from and (cancelled_at is null) = (cancelled_by is null)");
        });
        builder.HasKey(v => v.Version);
        builder.Property(v => v.Version).ValueGeneratedNever();
        builder.Property(v => v.Currency).HasConversion(c => c.Code, code => Currency.Of(code)).HasMaxLength(3).IsFixedLength();
        builder.Property(v => v.DefaultAgentRatePer1K).HasColumnName("default_agent_rate_per_1k").HasColumnType(Rate);
        builder.Property(v => v.Note).HasMaxLength(500);
        builder.Property(v => v.FloorReason).HasMaxLength(500);
        builder.HasIndex(v => v.EffectiveFrom).IsUnique().HasFilter("cancelled_at is null");

        // A cancelled version prices nothing and is nobody's base. Who shows the history asks for it by name.
        builder.HasQueryFilter(v => v.CancelledAt == null);
    }

    public void Configure(EntityTypeBuilder<LlmRoute> builder)
    {
        builder.ToTable("pricing_rules", t =>
        {
            t.HasCheckConstraint("ck_pricing_rules_route_class", "route_class in ('house', 'frontier')");
            t.HasCheckConstraint(
                "ck_pricing_rules_amounts",
                "least(input_cost_per_1k, output_cost_per_1k, cached_input_cost_per_1k, cache_write_cost_per_1k, markup_percent) >= 0");
        });
        Row(builder, route => new { route.Provider, route.Model });
        builder.Property(r => r.Provider).HasMaxLength(PriceLimits.MaxNameLength);
        builder.Property(r => r.Model).HasColumnName("model_name").HasMaxLength(PriceLimits.MaxNameLength);
        builder.Property(r => r.Class).HasColumnName("route_class");
        builder.Property(r => r.InputCostPer1K).HasColumnName("input_cost_per_1k").HasColumnType(Rate);
        builder.Property(r => r.OutputCostPer1K).HasColumnName("output_cost_per_1k").HasColumnType(Rate);
        builder.Property(r => r.CachedInputCostPer1K).HasColumnName("cached_input_cost_per_1k").HasColumnType(Rate);
        builder.Property(r => r.CacheWriteCostPer1K).HasColumnName("cache_write_cost_per_1k").HasColumnType(Rate);
        builder.Property(r => r.MarkupPercent).HasColumnType("numeric(7,2)");
        builder.Property<DateTimeOffset>("UpdatedAt").HasDefaultValueSql("now()");
        builder.Ignore(r => r.Route);
    }

    public void Configure(EntityTypeBuilder<AgentPrice> builder)
    {
        builder.ToTable("agent_pricing", t =>
        {
            t.HasCheckConstraint("ck_agent_pricing_failure_policy", "failure_policy in ('bill', 'output_only', 'free')");
            t.HasCheckConstraint("ck_agent_pricing_preferred_class", "preferred_class in ('house', 'frontier')");
            t.HasCheckConstraint("ck_agent_pricing_amounts", "least(agent_rate_per_1k, min_agent_fee, max_job_cost) >= 0");
        });
        Row(builder, agent => agent.Name);
        builder.Property(a => a.Name).HasColumnName("agent_name").HasMaxLength(PriceLimits.MaxNameLength);
        builder.Property(a => a.DisplayName).HasMaxLength(PriceLimits.MaxNameLength);
        builder.Property(a => a.RatePer1K).HasColumnName("agent_rate_per_1k").HasColumnType(Rate);
        builder.Property(a => a.MinFee).HasColumnName("min_agent_fee").HasColumnType("numeric(12,4)");
        builder.Property(a => a.MaxJobCost).HasColumnType("numeric(12,4)");
    }

    public void Configure(EntityTypeBuilder<ToolPrice> builder)
    {
        builder.ToTable("tool_pricing", t => t.HasCheckConstraint("ck_tool_pricing_amounts", "least(unit_price, unit_cost) >= 0"));
        Row(builder, tool => tool.Name);
        builder.Property(t => t.Name).HasColumnName("tool_name").HasMaxLength(PriceLimits.MaxNameLength);
        builder.Property(t => t.UnitType).HasMaxLength(50);
        builder.Property(t => t.UnitPrice).HasColumnType(Rate);
        builder.Property(t => t.UnitCost).HasColumnType(Rate);
        builder.Property(t => t.Meter).HasMaxLength(PriceLimits.MaxNameLength);
    }

    private static void Row<TRow>(EntityTypeBuilder<TRow> builder, Expression<Func<TRow, object?>> naturalKey)
        where TRow : class
    {
        builder.Property<int>(Version);
        builder.Property<Guid>("Id").ValueGeneratedNever();
        builder.Property<DateTimeOffset>("CreatedAt").HasDefaultValueSql("now()");
        builder.HasKey(Version, "Id");
        var key = naturalKey.Body is NewExpression columns
            ? columns.Members!.Select(m => m.Name)
            : [((MemberExpression)naturalKey.Body).Member.Name];
        builder.HasIndex([Version, .. key]).IsUnique();
    }
}
