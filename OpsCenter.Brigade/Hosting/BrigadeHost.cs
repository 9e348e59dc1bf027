using Microsoft.Extensions.Options;
using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Jobs;
using OpsCenter.Brigade.Models;
using OpsCenter.Brigade.Reports;
using OpsCenter.Brigade.Status;

namespace OpsCenter.Brigade.Hosting;

/// <summary>Brigade as a program. Named, because the portal's own entry point has the name Program.</summary>
public static class BrigadeHost
{
    private const string SettingsFile = "brigade.json";
    private const int Failed = 1;

    /// <summary>Runs until Brigade is told to stop. What keeps it from starting is told in words; the result is the exit code.</summary>
    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException settings)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, settings.Failures));
            return Failed;
        }
        catch (BrigadeStartException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return Failed;
        }
    }

    /// <summary>Puts Brigade together without starting it.</summary>
    /// <param name="args">The command line: settings as <c>--Section:Key value</c>.</param>
    /// <param name="adjust">Changes to it before it is built; tests set clocks and settings here.</param>
    /// <exception cref="OptionsValidationException">A setting cannot be used.</exception>
    /// <exception cref="BrigadeStartException">The data folder cannot be used.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddJsonFile(SettingsFile, optional: false).AddEnvironmentVariables().AddCommandLine(args);
        builder.Services.AddSingleton(TimeProvider.System);
        adjust?.Invoke(builder);

        var options = BrigadeOptions.From(builder.Configuration);
        builder.AddHosting(options);
        builder.Services.AddCards();
        builder.Services.AddReports();
        builder.Services.AddStatus();
        builder.AddModels();
        builder.AddJobs();

        var app = builder.Build();
        app.Services.BeginStatus();
        app.UseExceptionHandler(_ => { });
        app.UseMiddleware<BearerGate>();
        app.MapCards();
        app.MapJobs();
        app.MapStatus();
        return app;
    }

    private static void AddHosting(this WebApplicationBuilder builder, BrigadeOptions options)
    {
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(options);
        var folder = BrigadeFolder.Take(options.Data);
        builder.Services.AddSingleton(_ => folder); // by a factory, so that the host lets go of the folder when it ends
        builder.Services.AddSingleton<OpsCenterClock>();
        builder.Services.AddSingleton<OpsCenterHttp>();
        builder.Services.AddExceptionHandler<BrigadeExceptionHandler>();
        builder.Services.AddProblemDetails();
    }
}
