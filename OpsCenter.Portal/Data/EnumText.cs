using System.Collections.Frozen;
using System.Text.Json;

namespace OpsCenter.Portal.Data;

/// <summary>The text form of our enums in the database, in JSON and in URLs: <c>UnknownRoute</c> is <c>unknown_route</c>.</summary>
/// <typeparam name="TEnum">One of our enums.</typeparam>
public static class EnumText<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Texts =
        Enum.GetValues<TEnum>().ToFrozenDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

    private static readonly FrozenDictionary<string, TEnum> Values =
        Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>All text forms, in the order of the enum.</summary>
    public static IEnumerable<string> All => Enum.GetValues<TEnum>().Select(Of);

    /// <summary>The text of a value.</summary>
    public static string Of(TEnum value) => Texts[value];

    /// <summary>The value of a text we wrote ourselves.</summary>
    /// <exception cref="KeyNotFoundException">The text is not one of <see cref="All"/>.</exception>
    public static TEnum Parse(string text) => Values[text];

    /// <summary>The value of a text from outside.</summary>
    public static bool TryParse(string? text, out TEnum value)
    {
        value = default;

        return text is not null && Values.TryGetValue(text, out value);
    }
}
