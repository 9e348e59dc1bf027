using OpsCenter.Bench.Load;

namespace OpsCenter.Bench.Usage;

/// <summary>The rounds of one side, and what each process used of the cores meanwhile (1 = one core).</summary>
internal sealed record SideResult(string Name, IReadOnlyList<LoadResult> Rounds, CoreShare Cores)
{
    public double PerSecond => Median(round => round.PerSecond);

    public long Acknowledged => Rounds.Sum(round => round.Acknowledged);

    public string Others => string.Join(", ", Rounds.SelectMany(round => round.Others).GroupBy(other => other.Key).Select(g => $"{g.Sum(o => o.Value)} × {g.Key}"));

    public double Percentile(double part) => Median(round => round.Percentile(part));

    private double Median(Func<LoadResult, double> figure) => Rounds.Select(figure).Order().ElementAt(Rounds.Count / 2);
}
