using System.Text.Json;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Brigade.Cards;

/// <summary>Reads fields that must be there in their form. Fields nobody asks for are ignored, so Ops-Center may add some.</summary>
internal static class JsonFields
{
    /// <exception cref="FormatException">It is no object.</exception>
    public static JsonElement RequiredObject(this JsonElement json, string name) => Required(json, name, JsonValueKind.Object);

    /// <exception cref="FormatException">It is no array of objects.</exception>
    public static IEnumerable<JsonElement> RequiredObjects(this JsonElement json, string name) =>
        Required(json, name, JsonValueKind.Array).EnumerateArray().Select(item =>
            item.ValueKind is JsonValueKind.Object ? item : throw new FormatException($"An item of '{name}' is no object."));

    /// <exception cref="FormatException">It is no text.</exception>
    public static string RequiredText(this JsonElement json, string name) => Required(json, name, JsonValueKind.String).GetString() ?? "";

    /// <exception cref="FormatException">It is neither a text nor null.</exception>
    public static string? OptionalText(this JsonElement json, string name) => IsAbsent(json, name) ? null : json.RequiredText(name);

    /// <exception cref="FormatException">It is no decimal in a text.</exception>
    public static decimal RequiredDecimal(this JsonElement json, string name) =>
        DecimalText.TryParse(json.RequiredText(name), out var value) ? value : throw new FormatException($"'{name}' is no decimal.");

    /// <exception cref="FormatException">It is neither a decimal in a text nor null.</exception>
    public static decimal? OptionalDecimal(this JsonElement json, string name) => IsAbsent(json, name) ? null : json.RequiredDecimal(name);

    /// <exception cref="FormatException">It is neither true nor false.</exception>
    public static bool RequiredFlag(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new FormatException($"'{name}' is neither true nor false.");

    /// <exception cref="FormatException">It is no whole number above 0.</exception>
    public static int RequiredCount(this JsonElement json, string name) =>
        Required(json, name, JsonValueKind.Number).TryGetInt32(out var value) && value > 0
            ? value
            : throw new FormatException($"'{name}' is no whole number above 0.");

    /// <exception cref="FormatException">It is no moment with an offset.</exception>
    public static DateTimeOffset RequiredMoment(this JsonElement json, string name) =>
        Required(json, name, JsonValueKind.String).TryGetDateTimeOffset(out var value)
            ? value.ToUniversalTime()
            : throw new FormatException($"'{name}' is no moment.");

    /// <exception cref="FormatException">It is no UUID.</exception>
    public static Guid RequiredId(this JsonElement json, string name) =>
        Required(json, name, JsonValueKind.String).TryGetGuid(out var value) ? value : throw new FormatException($"'{name}' is no UUID.");

    private static JsonElement Required(JsonElement json, string name, JsonValueKind kind) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw new FormatException($"'{name}' is missing or has another form.");

    private static bool IsAbsent(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null;
}
