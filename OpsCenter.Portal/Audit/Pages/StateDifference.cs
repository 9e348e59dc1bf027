using System.Text.Json;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>One field of a subject before and after.</summary>
/// <param name="Field">Its name; of a field inside another with that one's name before it.</param>
/// <param name="Before">What stood there; null when nothing did.</param>
/// <param name="After">What stands there; null when nothing does.</param>
public sealed record StateDifference(string Field, string? Before, string? After)
{
    private const string Separator = " › ";

    /// <summary>Whether the field changed.</summary>
    public bool IsChanged => Before != After;

    /// <summary>Every field of two states, those that changed first.</summary>
    public static IReadOnlyList<StateDifference> Of(AuditStates states)
    {
        var (before, after) = (Fields(states.Before), Fields(states.After));

        return
        [
            .. before.Keys.Union(after.Keys)
                .Select(field => new StateDifference(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)))
                .OrderByDescending(difference => difference.IsChanged),
        ];
    }

    private static Dictionary<string, string> Fields(string? json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);

        if (json is not null)
            Collect(JsonElement.Parse(json), "", fields);

        return fields;
    }

    private static void Collect(JsonElement value, string path, Dictionary<string, string> fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    Collect(property.Value, path.Length == 0 ? AuditWords.Sentence(property.Name) : path + Separator + property.Name.Replace('_', ' '), fields);
                break;
            case JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)):
                fields[path] = string.Join(", ", value.EnumerateArray().Select(item => item.ToString()));
                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                    Collect(item, $"{path}{Separator}{index + 1}", fields);
                break;
            case JsonValueKind.Null:
            case JsonValueKind.Undefined:
                break;
            case JsonValueKind.String:
            case JsonValueKind.Number:
            case JsonValueKind.True:
            case JsonValueKind.False:
                fields[path.Length == 0 ? "Value" : path] = value.ToString();
                break;
            default:
                throw new InvalidOperationException($"No text for {value.ValueKind}.");
        }
    }
}
