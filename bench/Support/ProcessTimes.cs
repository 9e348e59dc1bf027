using System.Globalization;

namespace OpsCenter.Bench;

/// <summary>Processor time as the kernel counts it, in hundredths of a second, so that one sees who needs the cores.</summary>
public static class ProcessTimes
{
    private const double TicksPerSecond = 100;

    // Positions after the name, which is in parentheses and may hold spaces; see proc(5).
    private const int Parent = 1;
    private const int User = 11;
    private const int SumOf = 4;

    /// <summary>Seconds of a process and of its children, running or ended: a server with all its sessions.</summary>
    public static double OfTree(int id) =>
        Times(id, SumOf) + Children(id).Sum(child => Times(child, SumOf));

    /// <summary>Seconds of one process.</summary>
    public static double Of(int id) => Times(id, SumOf / 2);

    public static int ParentOf(int id) => Fields(id) is { } fields ? int.Parse(fields[Parent], CultureInfo.InvariantCulture) : 0;

    private static double Times(int id, int count) =>
        Fields(id) is { } fields ? fields.Skip(User).Take(count).Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond : 0;

    private static IEnumerable<int> Children(int id) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(folder)
        where name.All(char.IsAsciiDigit)
        let child = int.Parse(name, CultureInfo.InvariantCulture)
        where ParentOf(child) == id
        select child;

    private static string[]? Fields(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException) // the process ended
        {
            return null;
        }
    }
}
