using System.Text.Json;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Organizations;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.ProviderKeys;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.RateCards;

/// <summary>Writes what a customer may do. A null ceiling, threshold, cap or budget means that nothing limits the customer there.</summary>
internal static class CustomerJson
{
    /// <summary>Writes the property <c>customer</c> into an object that the caller opens and closes.</summary>
    public static void Write(Utf8JsonWriter json, MachineCustomer asked, RateCardRequest request)
    {
        var customer = asked.Entitlements;
        var entitlements = customer.Entitlements;
        json.WriteStartObject("customer");
        json.WriteString("id", customer.OrganizationId);
        json.WriteString("status", EnumText<OrganizationStatus>.Of(customer.CustomerStatus));

        json.WriteStartArray("byok_providers");

        foreach (var key in asked.ProviderKeys)
            json.WriteStringValue(key.Provider);

        json.WriteEndArray();
        WriteEntitlements(json, entitlements);
        Write(json, "max_job_cost", entitlements.MaxJobCost);

        if (request.IncludesBudget)
        {
            WriteBudget(json, customer);
        }

        if (request.IncludesByokKeys)
        {
            WriteKeys(json, asked.ProviderKeys);
        }

        json.WriteEndObject();
    }

    private static void WriteKeys(Utf8JsonWriter json, IEnumerable<UsableProviderKey> keys)
    {
        json.WriteStartArray("byok_keys");

        foreach (var key in keys)
        {
            json.WriteStartObject();
            json.WriteString("provider", key.Provider);
            json.WriteString("name", key.Name);
            json.WriteString("key", key.Secret?.Reveal());
            Write(json, "rotated_at", key.RotatedAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEntitlements(Utf8JsonWriter json, Entitlements entitlements)
    {
        json.WriteStartObject("entitlements");
        WriteAdmission(json, entitlements);
        json.WriteString("plan", entitlements.Plan?.Code);
        Write(json, "plan_version", entitlements.Plan?.Version);
        json.WriteString("subscription_status", entitlements.Status is { } status ? EnumText<SubscriptionStatus>.Of(status) : null);
        json.WriteBoolean("byok", entitlements.Byok);
        json.WriteBoolean("audit_export", entitlements.AuditExport);
        json.WriteNumber("seats", entitlements.Seats);
        json.WriteStartObject("thresholds");
        Write(json, Meters.InputTokens, entitlements.Limits.InputTokens);
        Write(json, Meters.OutputTokens, entitlements.Limits.OutputTokens);
        Write(json, Meters.AgentTokens, entitlements.Limits.AgentTokens);
        Write(json, Meters.Searches, entitlements.Limits.Searches);
        json.WriteEndObject();
        json.WriteBoolean("thresholds_stop", entitlements.LimitsStop);
        Write(json, "overage_cap", entitlements.OverageCap);
        json.WriteEndObject();
    }

    private static void WriteBudget(Utf8JsonWriter json, CustomerEntitlements customer)
    {
        var (entitlements, left) = (customer.Entitlements, customer.Entitlements.Left);
        json.WriteStartObject("budget");
        WriteAdmission(json, entitlements);
        json.WriteString("currency", entitlements.Plan?.Currency.Code);
        Write(json, "period_start", customer.PeriodStart);
        Write(json, "period_end", customer.PeriodEnd);
        Write(json, "included_left", left?.Included);
        Write(json, "overage_left", left?.Overage);
        Write(json, "budget_left", left?.Budget);
        json.WriteEndObject();
    }

    private static void WriteAdmission(Utf8JsonWriter json, Entitlements entitlements)
    {
        json.WriteBoolean("may_start_jobs", entitlements.MayStartJobs);
        json.WriteString("stop_reason", entitlements.Stop is { } stop ? EnumText<JobStopReason>.Of(stop.Reason) : null);
        json.WriteString("stop_message", entitlements.Stop is { } told ? EntitlementWords.Sentence(told) : null);
    }

    private static void Write(Utf8JsonWriter json, string name, Money? amount) =>
        json.WriteString(name, amount is { } money ? DecimalText.Format(money.Amount) : null);

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } known)
            json.WriteString(name, known.UtcDateTime);
        else
            json.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter json, string name, long? count)
    {
        if (count is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
