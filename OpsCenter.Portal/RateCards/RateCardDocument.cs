using System.Buffers;
using System.Text.Json;
using OpsCenter.Domain.Organizations;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>The body of a rate card read.</summary>
internal static class RateCardDocument
{
    public static ReadOnlyMemory<byte> Of(RateCard card, Organization? customer, RateCardRequest request)
    {
        var body = new ArrayBufferWriter<byte>(4096);

        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            RateCardJson.WriteFields(json, card);

            if (customer is not null)
            {
                WriteCustomer(json, customer, request);
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
