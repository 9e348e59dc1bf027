using System.Globalization;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Shell.Exports;

/// <summary>
/// One cell of a CSV file. Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers. The default is
/// an empty cell.
/// </summary>
public readonly record struct CsvCell
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";

    private readonly string? content;

    private CsvCell(string? content) => this.content = content;

    /// <summary>What stands in the cell, before it is quoted.</summary>
    public string Content => content ?? "";

    /// <summary>What people or machines wrote.</summary>
    public static CsvCell Text(string? text) => new(IsFormula(text) ? $"'{text}" : text);

    /// <summary>An identity; empty when there is none.</summary>
    public static CsvCell Id(Guid? id) => new(id?.ToString());

    /// <summary>A count; empty when there is none.</summary>
    public static CsvCell Number(long? number) => new(number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number with all its digits; empty when there is none.</summary>
    public static CsvCell Number(decimal? number) => new(number is { } some ? DecimalText.Format(some) : null);

    /// <summary>An amount with all its digits; its currency stands in a column of its own. Empty when there is none.</summary>
    public static CsvCell Amount(Money? amount) => Number(amount?.Amount);

    /// <summary>A moment in UTC as ISO 8601 writes it; empty when there is none.</summary>
    public static CsvCell Time(DateTimeOffset? moment) => new(moment?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static CsvCell Flag(bool value) => new(value ? "true" : "false");

    private static bool IsFormula(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
}
