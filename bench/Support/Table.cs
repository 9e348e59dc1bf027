namespace OpsCenter.Bench;

/// <summary>A Markdown table, so that results can be copied as they are. The first column is text, all others are figures.</summary>
public sealed class Table(params IReadOnlyList<string> heads)
{
    private readonly List<IReadOnlyList<string>> rows = [];

    public void Add(params IReadOnlyList<string> cells) => rows.Add(cells);

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"| {string.Join(" | ", heads)} |");
        Console.WriteLine($"|---|{string.Concat(heads.Skip(1).Select(_ => "---:|"))}");
        rows.ForEach(row => Console.WriteLine($"| {string.Join(" | ", row)} |"));
        Console.WriteLine();
    }
}
