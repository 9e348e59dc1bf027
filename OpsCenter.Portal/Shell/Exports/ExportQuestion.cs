using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Shell.Exports;

/// <summary>What a dialog watches.</summary>
/// <param name="List">The export's name.</param>
/// <param name="Things">What the rows are, in the plural.</param>
/// <param name="Query">The filters.</param>
/// <param name="Run">The run that the browser has just asked for.</param>
public sealed record ExportQuestion(string List, string Things, UrlQuery Query, Guid Run);
