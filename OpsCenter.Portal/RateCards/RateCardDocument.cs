using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>The body of a rate card read.</summary>
internal static class RateCardDocument
{
    // A version never changes, and neither does what is said of it alone.
    private static readonly ConditionalWeakTable<RateCard, byte[]> Alone = new();

    /// <summary>The card alone.</summary>
    public static ReadOnlyMemory<byte> Of(RateCard card) => Alone.GetValue(card, static card => Write(card, null).ToArray());

    /// <summary>The card with a customer.</summary>
    public static ReadOnlyMemory<byte> Of(RateCard card, MachineCustomer customer, RateCardRequest request) => Write(card, (customer, request));

    private static ReadOnlyMemory<byte> Write(RateCard card, (MachineCustomer Customer, RateCardRequest Request)? asked)
    {
        var body = new ArrayBufferWriter<byte>(4096);

        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            RateCardJson.WriteFields(json, card);

            if (asked is { } customer)
            {
                CustomerJson.Write(json, customer.Customer, customer.Request);
            }

            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }
}
