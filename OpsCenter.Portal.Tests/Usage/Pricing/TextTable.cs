using System.Globalization;
using OpsCenter.Domain.Usage;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>Reads the golden tables: rows by name, <c>rule: case</c>, and the job that the first columns describe.</summary>
internal sealed class TextTable
{
    private readonly Dictionary<string, string[]> rows = [];

    public TextTable(string text)
    {
        var rule = "";

        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1))
        {
            if (line.StartsWith('#'))
            {
                rule = line[2..];
                continue;
            }

            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            rows.Add($"{rule}: {cells[0]}", cells);
        }
    }

    public TheoryData<string> Names => new(rows.Keys);

    public string[] this[string name] => rows[name];

    public static decimal Amount(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    public static JobUsage Job(string[] cells)
    {
        var status = cells[3].Split(' ');
        var tokens = cells[4].Split(' ').Select(t => long.Parse(t, CultureInfo.InvariantCulture)).ToArray();

        return new JobUsage
        {
            Agent = cells[1],
            Route = cells[2],
            Status = status[0] is "ok" ? JobStatus.Succeeded : Enum.Parse<JobStatus>(status[0], ignoreCase: true),
            Byok = status is [_, "byok"],
            InputTokens = tokens[0],
            CachedInputTokens = tokens[1],
            CacheWriteTokens = tokens[2],
            OutputTokens = tokens[3],
            Tools = cells[5] is "-" ? [] : [.. cells[5].Split(", ").Select(Tool)],
        };
    }

    private static ToolUse Tool(string entry) => entry.Split(' ') is [var tool, var units] ? new ToolUse(tool, Amount(units)) : throw new FormatException(entry);
}
