using System.ComponentModel;
using System.Diagnostics;

namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>Runs one program to its end.</summary>
internal static class Command
{
    /// <summary>Runs the command line (program first), gives it <paramref name="input"/>, and collects what it writes.</summary>
    public static async Task<CommandResult> RunAsync(IReadOnlyList<string> commandLine, string input, CancellationToken cancellationToken)
    {
        using var process = Start(commandLine);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await FeedAsync(process.StandardInput, input, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new CommandResult(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static async Task FeedAsync(StreamWriter stdin, string input, CancellationToken cancellationToken)
    {
        try
        {
            await stdin.WriteAsync(input.AsMemory(), cancellationToken);
            stdin.Close();
        }
        catch (IOException)
        {
            // The program ended without reading its input; its exit code and its words say why.
        }
    }

    private static Process Start(IReadOnlyList<string> commandLine)
    {
        // The server's user may not be able to enter our working directory.
        var start = new ProcessStartInfo(commandLine[0], commandLine.Skip(1))
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // PGHOST, PGDATA and their kin would lead PostgreSQL's programs to somebody else's database.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start) ?? throw new HostingException($"'{commandLine[0]}' did not start.");
        }
        catch (Win32Exception missing)
        {
            throw new HostingException($"'{commandLine[0]}' cannot be run: {missing.Message}", missing);
        }
    }
}
