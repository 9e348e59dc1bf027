using OpsCenter.Portal.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPortalShell();

var app = builder.Build();
app.UsePortalShell();
app.UseAntiforgery();
app.MapPortalShell();
app.MapGet("/health/live", () => "ok");
await app.RunAsync();

/// <summary>The portal's entry point; public so that tests can host it.</summary>
public partial class Program;
