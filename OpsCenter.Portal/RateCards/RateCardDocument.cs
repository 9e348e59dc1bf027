using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpsCenter.Domain.Organizations;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>The body of a rate card read.</summary>
internal static class RateCardDocument
{
    // A version never changes, and neither does what is said of it alone.
    private static readonly ConditionalWeakTable<RateCard, byte[]> Alone = new();

    /// <summary>The card alone.</summary>
    public static ReadOnlyMemory<byte> Of(RateCard card) => Alone.GetValue(card, static card => Write(card, null).ToArray());

    /// <summary>The card with a customer.</summary>
    public static ReadOnlyMemory<byte> Of(RateCard card, Organization customer, RateCardRequest request) => Write(card, (customer, request));

    private static ReadOnlyMemory<byte> Write(RateCard card, (Organization Organization, RateCardRequest Request)? asked)
    {
        var body = new ArrayBufferWriter<byte>(4096);

        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            RateCardJson.WriteFields(json, card);

            if (asked is { } customer)
            {
                WriteCustomer(json, customer.Organization, customer.Request);
            }

            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }

    // Customers have no plan and no provider key yet: a null ceiling or budget means that nothing limits them.
    private static void WriteCustomer(Utf8JsonWriter json, Organization customer, RateCardRequest request)
    {
        json.WriteStartObject("customer");
        json.WriteString("id", customer.Id);
        json.WriteString("status", EnumText<OrganizationStatus>.Of(customer.Status));
        json.WriteStartArray("byok_providers");
        json.WriteEndArray();
        json.WriteStartObject("entitlements");
        json.WriteBoolean("may_start_jobs", customer.Status is OrganizationStatus.Active);
        json.WriteEndObject();
        json.WriteNull("max_job_cost");

        if (request.IncludesBudget)
        {
            json.WriteNull("budget");
        }

        if (request.IncludesByokKeys)
        {
            json.WriteStartArray("byok_keys");
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
