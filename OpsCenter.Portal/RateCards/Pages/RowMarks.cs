using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>What is worth knowing about a row besides what it says.</summary>
/// <param name="Floor">The margin below which it is marked.</param>
/// <param name="Use">What jobs used lately; null while that is not known.</param>
public sealed record RowMarks(MarginFloor Floor, RecentUse? Use)
{
    /// <summary>No mark at all.</summary>
    public static RowMarks None { get; } = new(default, null);

    /// <summary>What a cell below the floor says.</summary>
    public string FloorWords => $"below {Floor.Percent:0.#} %";

    /// <summary>Whether a row leaves less than the floor.</summary>
    public bool IsBelowFloor(RateCardRow row) => MarginFloor.MarginOf(row) is { } margin && Floor.IsAbove(margin);

    /// <summary>Whether no job used a published row lately. On a platform without jobs nothing is unused.</summary>
    public bool IsUnused(CardLine line) => Use is { HasJobs: true } use && !line.IsNew && !use.Includes(line.Key);
}
