using System.Text.Json;
using System.Text.Json.Serialization;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>Money in JSON: an exact number and its currency.</summary>
internal sealed class MoneyJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);

        return new Money(document.RootElement.GetProperty("amount").GetDecimal(), Currency.Of(document.RootElement.GetProperty("currency").GetString() ?? ""));
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount", value.Amount);
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }
}
