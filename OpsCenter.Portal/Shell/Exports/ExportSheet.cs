namespace OpsCenter.Portal.Shell.Exports;

/// <summary>A list on its way into a file.</summary>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">Its rows, read as they are written; the first is read only when somebody asks for it.</param>
public sealed record ExportSheet(IReadOnlyList<string> Columns, IAsyncEnumerable<CsvCell[]> Rows);
