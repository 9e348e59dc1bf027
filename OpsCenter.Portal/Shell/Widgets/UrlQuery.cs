using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>The filters, sort and position of a list as they stand in the address. Immutable: a change gives a new query, hence a link.</summary>
public sealed class UrlQuery
{
    private const string DayPattern = "yyyy-MM-dd";
    private readonly string path;
    private readonly ImmutableSortedDictionary<string, string> values;

    private UrlQuery(string path, ImmutableSortedDictionary<string, string> values) => (this.path, this.values) = (path, values);

    /// <param name="uri">The absolute address of the page. Of a name that stands twice, the first value counts; empty values count as absent, and so do those with NUL, which no stored text can hold.</param>
    public static UrlQuery Of(string uri)
    {
        var parsed = new Uri(uri, UriKind.Absolute);
        var given = QueryHelpers.ParseQuery(parsed.Query)
            .Where(pair => CanBeSought(pair.Value[0]))
            .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value[0] ?? "", StringComparer.Ordinal);
        return new UrlQuery(parsed.AbsolutePath, given);
    }

    public string? Text(string name) => values.GetValueOrDefault(name)?.Trim();

    /// <summary>What cannot be read is treated as not given, here and below: a mistyped link still opens the list.</summary>
    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Text(name), DayPattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>By the member's name in lower case; a member's number is not accepted.</summary>
    public T? Choice<T>(string name) where T : struct, Enum =>
        Text(name) is { } text && Enum.GetNames<T>().FirstOrDefault(member => string.Equals(member, text, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<T>(found)
            : null;

    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.ContainsKey(name))
                return true;
        }
        return false;
    }

    /// <summary>Null, blank or with NUL removes the name.</summary>
    public UrlQuery With(string name, string? value) =>
        new(path, CanBeSought(value) ? values.SetItem(name, value.Trim()) : values.Remove(name));

    public UrlQuery With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    public UrlQuery With(string name, Guid? value) => With(name, value?.ToString());

    public UrlQuery With(string name, DateOnly? value) => With(name, value?.ToString(DayPattern, CultureInfo.InvariantCulture));

    public UrlQuery With<T>(string name, T? value) where T : struct, Enum => With(name, value?.ToString().ToLowerInvariant());

    public UrlQuery Without(params IEnumerable<string> names) => new(path, values.RemoveRange(names));

    /// <summary>The same names and values at another path.</summary>
    public UrlQuery At(string other) => new(other, values);

    /// <summary>Path and query, names in alphabetical order, so that one view has one address.</summary>
    public string ToHref() => QueryHelpers.AddQueryString(path, values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    public override string ToString() => ToHref();

    private static bool CanBeSought([NotNullWhen(true)] string? value) => !string.IsNullOrWhiteSpace(value) && !value.Contains('\0', StringComparison.Ordinal);
}
