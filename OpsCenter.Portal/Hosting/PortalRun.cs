using Microsoft.Extensions.Options;
using OpsCenter.Portal.Hosting.Backup;

namespace OpsCenter.Portal.Hosting;

/// <summary>Runs the portal as a program.</summary>
public static class PortalRun
{
    private const int Failed = 1;
    private const int Misused = 2;
    private const int Interrupted = 130;

    /// <summary>Runs until the portal is told to stop. A reason outside the program is told in its own words; the result is the exit code.</summary>
    public static Task<int> RunToExitCodeAsync(this WebApplication app)
    {
        StartNotice.Announce(app, Console.Out);

        return ExitCodeOfAsync(() => app.RunAsync());
    }

    /// <summary>
    /// Carries out <c>--backup FILE</c> or <c>--restore FILE</c> and returns the exit code; null when the command line asks for neither.
    /// </summary>
    public static async Task<int?> TryRunDatabaseCommandAsync(this WebApplicationBuilder builder, string[] args)
    {
        DatabaseCommand? command = null;
        var parsed = await ExitCodeOfAsync(() => Task.FromResult(command = DatabaseCommand.Parse(args)));
        if (parsed != 0 || command is null)
            return parsed == 0 ? null : parsed;

        var options = HostingOptions.From(builder.Configuration);
        return await RunCommandAsync((loggers, cancellationToken) =>
            new DatabaseCommands(options, loggers, TimeProvider.System, Console.Out, Console.ReadLine).RunAsync(command, cancellationToken));
    }

    /// <summary>Carries out a command instead of the portal, until it ends or is told to stop; the result is the exit code.</summary>
    public static async Task<int> RunCommandAsync(Func<ILoggerFactory, CancellationToken, Task> command)
    {
        using var signals = new StopSignals();
        using var loggers = LoggerFactory.Create(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
        return await ExitCodeOfAsync(() => command(loggers, signals.Token));
    }

    private static async Task<int> ExitCodeOfAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (HostingException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return reason is CommandLineException ? Misused : Failed;
        }
        catch (OptionsValidationException settings)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, settings.Failures));
            return Failed;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }
}
