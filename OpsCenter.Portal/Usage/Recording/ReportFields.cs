using System.Text.Json;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>The fields of one JSON object, taken one by one; what is not taken in the end is unknown and refused by name.</summary>
internal sealed class ReportFields
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly ReportErrors errors;
    private readonly string prefix;

    private ReportFields(ReportErrors errors, string prefix) => (this.errors, this.prefix) = (errors, prefix);

    /// <summary>Opens an object; anything else is an error at its path.</summary>
    public static ReportFields? Open(JsonElement element, string path, ReportErrors errors)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path.Length == 0 ? "$" : path, "Must be an object.");

            return null;
        }

        var opened = new ReportFields(errors, path.Length == 0 ? "" : $"{path}.");

        foreach (var property in element.EnumerateObject())
        {
            opened.Keep(property);
        }

        return opened;
    }

    public string PathOf(string name) => prefix + name;

    /// <summary>Takes a field; null when it is absent or JSON null, which mean the same.</summary>
    public JsonElement? Take(string name) =>
        fields.Remove(name, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;

    public string? TakeText(string name, int maxLength, bool required)
    {
        var element = Take(name);

        return element is null ? Missing<string>(name, required) : ReadText(element.Value, PathOf(name), maxLength);
    }

    public long? TakeWhole(string name, long max, bool required)
    {
        var element = Take(name);

        if (element is null)
        {
            return required ? Missing<long?>(name, required) : null;
        }

        if (element.Value.ValueKind == JsonValueKind.Number && element.Value.TryGetInt64(out var value) && value >= 0 && value <= max)
        {
            return value;
        }

        errors.Add(PathOf(name), $"Must be a whole number from 0 to {max}.");

        return null;
    }

    public bool? TakeFlag(string name)
    {
        var element = Take(name);

        if (element is null or { ValueKind: JsonValueKind.True or JsonValueKind.False })
        {
            return element?.GetBoolean();
        }

        errors.Add(PathOf(name), "Must be true or false.");

        return null;
    }

    public decimal? TakeDecimal(string name, JsonValueKind kind, decimal max, int decimals, string rule)
    {
        var element = Take(name);

        if (element is null)
        {
            return null;
        }

        var text = element.Value.ValueKind != kind ? null
            : kind == JsonValueKind.Number ? element.Value.GetRawText()
            : ReadText(element.Value, PathOf(name), 64);

        if (DecimalText.TryParse(text, out var value) && value >= 0 && value <= max && DecimalText.Decimals(value) <= decimals)
        {
            return value;
        }

        errors.Add(PathOf(name), rule);

        return null;
    }

    public string? ReadText(JsonElement element, string path, int maxLength)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            errors.Add(path, "Must be a string.");

            return null;
        }

        var text = UnicodeText.TryRead(element);
        var problem = text switch
        {
            null => "Must be valid Unicode text.",
            { Length: 0 } => "Must not be empty.",
            _ when text.Length > maxLength => $"Must have at most {maxLength} characters.",
            _ when text.Any(char.IsControl) => "Must not contain control characters.",
            _ => null,
        };

        if (problem is not null)
        {
            errors.Add(path, problem);
        }

        return problem is null ? text : null;
    }

    /// <summary>Refuses everything that was not taken.</summary>
    public void RefuseRest()
    {
        foreach (var name in fields.Keys)
        {
            errors.Add(PathOf(name), "Unknown field.");
        }
    }

    private void Keep(JsonProperty property)
    {
        var name = UnicodeText.TryReadName(property);

        if (name is null)
        {
            errors.Add(PathOf("?"), "A field name is not valid Unicode text.");
        }
        else if (!fields.TryAdd(name, property.Value))
        {
            errors.Add(PathOf(name), "Given more than once.");
        }
    }

    private T? Missing<T>(string name, bool required)
    {
        if (required)
        {
            errors.Add(PathOf(name), "Required.");
        }

        return default;
    }
}
