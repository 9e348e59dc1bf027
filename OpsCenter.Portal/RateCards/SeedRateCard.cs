using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>Version 1 of the rate card, as the contract lists it, in force since the beginning of time.</summary>
internal static class SeedRateCard
{
    /// <summary>Publishes version 1 unless there is one.</summary>
    public static async Task EnsureAsync(OpsCenterDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(RateCardGate.Close, cancellationToken);

        if (await db.RateCardVersions.AnyAsync(cancellationToken))
        {
            return;
        }

        var actor = new Actor.System("seed");
        var content = Content(now);
        var version = new RateCardVersion(
            1, content.Currency, content.DefaultAgentRatePer1K, DateTimeOffset.MinValue, now, actor.Subject, "Prices to start with", null);
        await RateCardStore.InsertAsync(db, version, content, cancellationToken);
        AuditTrail.Append(db, actor, now, new AuditRecord("rate_card.published", "rate_card", "1", Reason: version.Note));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static RateCardContent Content(DateTimeOffset now) => new(
        Currency.Usd,
        0.005m,
        [
            Route(now, "openai", "gpt-4", RouteClass.Frontier, 0.03m, 0.06m, 25m),
            Route(now, "anthropic", "claude-3-opus", RouteClass.Frontier, 0.015m, 0.075m, 25m),
            Route(now, "house_vllm", "default", RouteClass.House, 0.002m, 0.004m, 300m),
        ],
        [
            Agent(now, "research_pro", "Research Pro", "Searches, reads and writes a report with its sources.", 0.008m),
            Agent(now, "code_generator", "Code Generator", "Writes and repairs code.", 0.006m),
        ],
        [
            Tool(now, "web.search", "request", 0.01m, 0.005m, "tool.web.request"),
            Tool(now, "image.process", "image", 0.04m, 0.02m, "tool.image.process"),
            Tool(now, "compute.sandbox", "second", 0.0005m, 0.0002m, "tool.compute.second"),
        ]);

    private static LlmRoute Route(
        DateTimeOffset now, string provider, string model, RouteClass routeClass, decimal input, decimal output, decimal markup) =>
        new(Guid.CreateVersion7(now), provider, model, routeClass, input, output, null, null, markup, ByokEnabled: true, Active: true);

    private static AgentPrice Agent(DateTimeOffset now, string name, string displayName, string description, decimal rate) =>
        new(Guid.CreateVersion7(now), name, displayName, description, rate, 0m, null, FailurePolicy.Bill, Active: true);

    private static ToolPrice Tool(DateTimeOffset now, string name, string unit, decimal price, decimal cost, string meter) =>
        new(Guid.CreateVersion7(now), name, unit, price, cost, meter, Active: true);
}
