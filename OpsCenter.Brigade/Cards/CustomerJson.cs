using System.Text.Json;

namespace OpsCenter.Brigade.Cards;

/// <summary>Reads the part <c>customer</c> of a rate card answer.</summary>
internal static class CustomerJson
{
    /// <exception cref="FormatException">Something that is needed is missing or has another form.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static CustomerAccount Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var customer = document.RootElement.RequiredObject("customer");
        var entitlements = customer.RequiredObject("entitlements");
        JsonElement? budget = customer.TryGetProperty("budget", out var left) && left.ValueKind is JsonValueKind.Object ? left : null;
        var admission = budget ?? entitlements;

        return new CustomerAccount(
            customer.RequiredText("id"),
            admission.RequiredFlag("may_start_jobs"),
            admission.OptionalText("stop_reason"),
            admission.OptionalText("stop_message"),
            entitlements.RequiredFlag("byok"),
            [.. Items(customer, "byok_providers").Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString() ?? "")],
            [.. Items(customer, "byok_keys").SelectMany(Key)],
            customer.OptionalDecimal("max_job_cost"),
            budget?.OptionalDecimal("included_left"),
            budget?.OptionalDecimal("overage_left"),
            budget?.OptionalDecimal("budget_left"));
    }

    // A key that Ops-Center cannot decrypt has no text.
    private static IEnumerable<ProviderKey> Key(JsonElement item) =>
        item.OptionalText("key") is { } key ? [new ProviderKey(item.RequiredText("provider"), key)] : [];

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : default;
}
