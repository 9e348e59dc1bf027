using System.Collections.Immutable;
using System.Text.Json;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Reads the free pairs of a report.</summary>
internal static class ReportMetadata
{
    public static ImmutableSortedDictionary<string, string> Read(JsonElement element, string path, ReportErrors errors)
    {
        var pairs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() > UsageLimits.MaxMetadataPairs)
        {
            errors.Add(path, $"Must be an object of at most {UsageLimits.MaxMetadataPairs} strings.");

            return pairs.ToImmutable();
        }

        foreach (var property in element.EnumerateObject())
        {
            var key = UnicodeText.TryReadName(property);

            if (key is not { Length: > 0 and <= UsageLimits.MaxMetadataKeyLength } || key.Any(char.IsControl))
            {
                errors.Add(path, $"Every key must have 1 to {UsageLimits.MaxMetadataKeyLength} printable characters.");
            }
            else if (pairs.ContainsKey(key))
            {
                errors.Add($"{path}.{key}", "Given more than once.");
            }
            else if (ReadValue(property.Value) is not { } value)
            {
                errors.Add($"{path}.{key}", $"Must be a string of at most {UsageLimits.MaxMetadataValueLength} characters, without NUL.");
            }
            else
            {
                pairs.Add(key, value);
            }
        }

        return pairs.ToImmutable();
    }

    private static string? ReadValue(JsonElement element) =>
        element.ValueKind == JsonValueKind.String
        && UnicodeText.TryRead(element) is { Length: <= UsageLimits.MaxMetadataValueLength } text
        && !text.Contains('\0', StringComparison.Ordinal)
            ? text
            : null;
}
