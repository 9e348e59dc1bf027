using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>A block of cells from a spreadsheet, filled in to the right of and below a cell: the whole block or nothing.</summary>
internal static class PastedBlock
{
    /// <summary>Fits a block into a table.</summary>
    /// <param name="text">Cells set apart by tabs, rows by line ends.</param>
    /// <param name="lines">The rows that have fields, in the order of the page, from the one that is pasted into.</param>
    /// <param name="columns">The fields of a row, from the one that is pasted into.</param>
    /// <param name="unit">The unit in which the reader sees rates.</param>
    /// <returns>The cells, or a sentence that says why nothing is pasted.</returns>
    public static (ImmutableArray<CellEdit> Cells, string? Refusal) Fit(
        string text, IReadOnlyList<CardLine> lines, IReadOnlyList<RateCardColumn> columns, PriceUnit unit)
    {
        string[][] block = [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(row => row.Split('\t'))];
        var width = block.Max(row => row.Length);

        if (block.Length > lines.Count || width > columns.Count)
        {
            return ([], $"Nothing was pasted: the block is {Words.Count(block.Length, "row")} by {Words.Count(width, "column")}, and from here on there is room for {lines.Count} by {columns.Count}.");
        }

        var cells = ImmutableArray.CreateBuilder<CellEdit>();

        for (var row = 0; row < block.Length; row++)
        {
            for (var column = 0; column < block[row].Length; column++)
            {
                if (Read(columns[column], block[row][column].Trim(), unit) is not { } read)
                {
                    return ([], $"Nothing was pasted: {Refusal(columns[column], block[row][column])} ({columns[column].Label} of {lines[row].Key}).");
                }

                cells.Add(new CellEdit(lines[row].Key, columns[column], read));
            }
        }

        return (cells.ToImmutable(), null);
    }

    private static string? Read(RateCardColumn column, string text, PriceUnit unit) => column switch
    {
        _ when text.Length == 0 => column.Optional ? "" : null,
        { Kind: ColumnKind.Rate } => PastedNumber.Clean(text) is { } number ? PriceUnits.Keep(unit, number) : null,
        { IsNumber: true } => PastedNumber.Clean(text),
        { Kind: ColumnKind.Choice } => column.Choices.FirstOrDefault(c => IsSame(c, text) || IsSame(CellWords.Choice(c), text)),
        { Kind: ColumnKind.Flag } => text.ToUpperInvariant() switch { "TRUE" or "YES" or "ON" or "1" => "true", "FALSE" or "NO" or "OFF" or "0" => "false", _ => null },
        _ => text.Length <= RateCardRow.MaxTextLength ? text : null,
    };

    private static string Refusal(RateCardColumn column, string text) => column switch
    {
        _ when string.IsNullOrWhiteSpace(text) => "a cell is empty",
        { IsNumber: true } => PastedNumber.Refusal(text),
        { Kind: ColumnKind.Choice } => $"one of {string.Join(", ", column.Choices)} is due",
        { Kind: ColumnKind.Flag } => "true or false is due",
        _ => "a text is too long",
    };

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
