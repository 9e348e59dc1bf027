using OpsCenter.Portal.Hosting;

var builder = WebApplication.CreateBuilder(args);
if (await builder.TryRunDatabaseCommandAsync(args) is { } exitCode)
    return exitCode;

builder.AddHosting();
var app = builder.Build();
app.MapGet("/health/live", () => "ok");
return await app.RunToExitCodeAsync();

/// <summary>The portal's entry point; public so that tests can host it.</summary>
public partial class Program;
