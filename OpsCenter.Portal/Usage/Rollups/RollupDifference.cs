namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>A sum that is not what events, holds and ledger make of it.</summary>
/// <param name="Table">The table of roll-ups.</param>
/// <param name="Row">What tells its row apart, as one text; customers by their id.</param>
/// <param name="Column">The sum.</param>
/// <param name="Is">What is stored; null when the row is missing.</param>
/// <param name="ShouldBe">What it must be; null when there must be no such row.</param>
public sealed record RollupDifference(string Table, string Row, string Column, decimal? Is, decimal? ShouldBe);
