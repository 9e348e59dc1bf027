using System.Runtime.InteropServices;
using Npgsql;

namespace OpsCenter.Bench;

/// <summary>What figures depend on: the line that stands above every table.</summary>
public static class Machine
{
    public static async Task<string> DescribeAsync(NpgsqlDataSource database, TimeProvider clock)
    {
        await using var command = database.CreateCommand("select current_setting('server_version')");
        var version = ((string?)await command.ExecuteScalarAsync() ?? "?").Split(' ')[0];
        return $"{Describe(clock)}, PostgreSQL {version}";
    }

    /// <summary>The same for what needs no database.</summary>
    public static string Describe(TimeProvider clock) =>
        $"{clock.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores ({Processor()}), {RuntimeInformation.FrameworkDescription}";

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";
}
