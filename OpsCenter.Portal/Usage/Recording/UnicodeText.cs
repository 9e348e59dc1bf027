using System.Text.Json;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Reads JSON strings that may hold lone surrogates or broken UTF-8, which the JSON reader only notices now.</summary>
internal static class UnicodeText
{
    /// <summary>The text, or null when it is not valid Unicode.</summary>
    public static string? TryRead(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a property, or null when it is not valid Unicode.</summary>
    public static string? TryReadName(JsonProperty property)
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
