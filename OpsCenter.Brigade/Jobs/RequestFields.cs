using System.Text.Json;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Brigade.Jobs;

/// <summary>The fields of one object of a request, taken one by one. What is wrong is noted by path; what is not taken is unknown.</summary>
internal sealed class RequestFields(JsonElement json, string prefix, Dictionary<string, string[]> errors)
{
    private const int MaxErrors = 50;
    private const int MaxPathLength = 120;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Notes what is wrong with a field; the first word on a field stands.</summary>
    public void Refuse(string name, string message)
    {
        var path = prefix + name;
        if (errors.Count < MaxErrors)
            errors.TryAdd(path.Length <= MaxPathLength ? path : path[..MaxPathLength], [message]);
    }

    /// <summary>The field; null when it is absent or null, which mean the same.</summary>
    public JsonElement? Take(string name)
    {
        taken.Add(name);
        return json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
    }

    /// <summary>A text without control characters but, where it may have lines, those of lines.</summary>
    public string? TakeText(string name, int maxLength, bool isRequired, bool mayHaveLines = false)
    {
        if (Take(name) is not { } value)
        {
            if (isRequired)
                Refuse(name, "Required.");
            return null;
        }

        var text = Read(value);
        var problem = text switch
        {
            null => "Must be a string of valid Unicode text.",
            { Length: 0 } => "Must not be empty.",
            _ when text.Length > maxLength => $"Must have at most {maxLength} characters.",
            _ when text.Any(c => char.IsControl(c) && !(mayHaveLines && c is '\n' or '\r' or '\t')) => "Must not contain control characters.",
            _ => null,
        };
        if (problem is null)
            return text;
        Refuse(name, problem);
        return null;
    }

    /// <summary>A plain decimal, in a text or as a number.</summary>
    /// <param name="name">The field.</param>
    /// <param name="kind">Whether it is a text or a number.</param>
    /// <param name="isValid">What it must fulfil.</param>
    /// <param name="rule">The same, for a person.</param>
    public decimal? TakeDecimal(string name, JsonValueKind kind, Func<decimal, bool> isValid, string rule)
    {
        if (Take(name) is not { } value)
            return null;

        var text = value.ValueKind != kind ? null : kind is JsonValueKind.Number ? value.GetRawText() : Read(value);
        if (DecimalText.TryParse(text, out var number) && isValid(number))
            return number;
        Refuse(name, rule);
        return null;
    }

    /// <summary>Refuses all that was not taken.</summary>
    public void RefuseRest()
    {
        foreach (var property in json.EnumerateObject())
        {
            if (Name(property) is not { } name)
                Refuse("?", "A field name is not valid Unicode text.");
            else if (!taken.Contains(name))
                Refuse(name, "Unknown field.");
        }
    }

    // Lone surrogates make the framework throw; there is no way to ask before.
    private static string? Read(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
