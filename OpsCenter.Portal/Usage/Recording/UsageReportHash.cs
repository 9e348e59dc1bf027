using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>
/// Fingerprint of a valid report as it was sent: names sorted, spacing gone, numbers without trailing zeros, our defaults left out.
/// A retry has the same one, and changing a default later does not change it. The job key is not part of it: it is what the
/// fingerprint is compared under. A field that is null counts as left out.
/// </summary>
internal static class UsageReportHash
{
    public static byte[] Of(JsonElement report)
    {
        var buffer = new ArrayBufferWriter<byte>(512);

        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteObject(json, report, skip: "job_id");
        }

        return SHA256.HashData(buffer.WrittenSpan);
    }

    private static void WriteObject(Utf8JsonWriter json, JsonElement element, string? skip = null)
    {
        // Each access to a property's name makes a new string, so it is read once.
        var properties = new List<KeyValuePair<string, JsonElement>>();

        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null && property.Name is var name && name != skip)
            {
                properties.Add(new(name, property.Value));
            }
        }

        properties.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        json.WriteStartObject();

        foreach (var (name, value) in properties)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(json, element);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();

                foreach (var item in element.EnumerateArray())
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.Number when element.TryGetInt64(out var whole):
                json.WriteNumberValue(whole);
                break;
            case JsonValueKind.Number when DecimalText.TryParse(element.GetRawText(), out var number):
                json.WriteRawValue(DecimalText.Format(number));
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
