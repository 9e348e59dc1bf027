using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Pages;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>What a file would change, row by row, with a tick for each.</summary>
public sealed partial class ImportRows
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ImportRow> Rows { get; set; }

    /// <summary>The rows that are ticked; changed in place.</summary>
    [Parameter, EditorRequired]
    public required ISet<RateCardRowKey> Taken { get; set; }

    /// <summary>Another row is ticked, or one less.</summary>
    [Parameter]
    public EventCallback OnChange { get; set; }

    private string Summary => string.Join(", ", Rows
        .GroupBy(row => row.Difference.Kind)
        .OrderBy(kind => kind.Key)
        .Select(kind => $"{Words.Count(kind.Count(), "row")} {Verb(kind.Key)}"));

    private static string Label(ImportRow row) => $"{row.Difference.Key}: {Verb(row.Difference.Kind)}";

    private static string Verb(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => "added",
        DifferenceKind.Removed => "removed",
        DifferenceKind.Changed => "changed",
    };

    private Task TakeAsync(ImportRow row, bool isTaken)
    {
        if (isTaken)
        {
            Taken.Add(row.Difference.Key);
        }
        else
        {
            Taken.Remove(row.Difference.Key);
        }

        return OnChange.InvokeAsync();
    }

    private Task TakeAllAsync()
    {
        Taken.UnionWith(Rows.Select(row => row.Difference.Key));

        return OnChange.InvokeAsync();
    }

    private Task TakeNoneAsync()
    {
        Taken.Clear();

        return OnChange.InvokeAsync();
    }
}
