using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Tests.Architecture;

/// <summary>Which capability owns which table: the one whose folder its entity lies in.</summary>
internal static class TableOwners
{
    // Tables without an entity.
    private static readonly Dictionary<string, string> WrittenInSql = new()
    {
        ["usage_keys"] = "Usage",
        ["usage_events"] = "Usage",
        ["ledger_entries"] = "Usage",
        ["holds"] = "Usage",
        ["rate_card_gate"] = "RateCards", // made by 0001, dropped by 0002
        ["hourly_rollups"] = "Usage",
        ["daily_rollups"] = "Usage",
        ["tool_rollups"] = "Usage",
        ["fee_rollups"] = "Usage",
        ["version_rollups"] = "Usage",
        ["failure_rollups"] = "Usage",
        ["byok_rollups"] = "Usage",
        ["provider_keys"] = "ProviderKeys",
        ["provider_key_reads"] = "ProviderKeys",
        ["brigade_status"] = "Integrations",
        ["likely_duplicates"] = "Usage",
        ["duplicate_scans"] = "Usage",
        ["credits"] = "Usage",
        ["rate_card_replays"] = "Usage",
        ["customer_notes"] = "Organizations",
        ["audit_seals"] = "Audit",
        ["plans"] = "Subscriptions",
        ["plan_versions"] = "Subscriptions",
        ["subscriptions"] = "Subscriptions",
        ["subscription_movements"] = "Subscriptions",
        ["billing_periods"] = "Billing",
        ["credit_grants"] = "Billing",
        ["billing_accounts"] = "Billing",
        ["document_series"] = "Billing",
        ["invoices"] = "Billing",
        ["invoice_lines"] = "Billing",
        ["credit_notes"] = "Billing",
        ["credit_note_lines"] = "Billing",
        ["payment_methods"] = "Billing",
        ["checkouts"] = "Billing",
        ["payments"] = "Billing",
        ["payment_allocations"] = "Billing",
        ["refunds"] = "Billing",
        ["disputes"] = "Billing",
        ["dunnings"] = "Billing",
        ["accounting_months"] = "Billing",
        ["outbox"] = "Outbox",
        ["webhook_inbox"] = "Outbox",
        ["test_gateway_objects"] = "Adapters",
        ["test_gateway_requests"] = "Adapters",
        ["test_gateway_events"] = "Adapters",
        ["budgets"] = "Billing",
        ["budget_alerts"] = "Billing",
        ["usage_forecasts"] = "Usage",
    };

    /// <summary>Table to capability.</summary>
    public static IReadOnlyDictionary<string, string> ByTable { get; } = FromModel(WrittenInSql);

    /// <summary>Name of a set on the context to capability.</summary>
    public static IReadOnlyDictionary<string, string> BySet { get; } = typeof(OpsCenterDbContext).GetProperties()
        .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
        .ToDictionary(property => property.Name, property => PortalCode.FeatureOf(property.PropertyType.GetGenericArguments()[0].Namespace));

    private static Dictionary<string, string> FromModel(Dictionary<string, string> others)
    {
        using var db = new OpsCenterDbContextFactory().CreateDbContext([]);
        var owners = new Dictionary<string, string>(others);
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null))
            owners[entity.GetTableName()!] = PortalCode.FeatureOf(entity.ClrType.Namespace); // the filter above saw a name
        return owners;
    }
}
