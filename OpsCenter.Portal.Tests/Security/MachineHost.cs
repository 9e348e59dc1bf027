using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Tests.Accounts;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Security;

/// <summary>Accounts, and one endpoint for machines that says who calls.</summary>
internal sealed class MachineHost : IAsyncDisposable
{
    public const string Path = "/api/test/usage";

    /// <summary>Says whether the caller's reports must carry a job key.</summary>
    public const string RequiresKeyPath = "/api/test/requires-key";

    private readonly TestFolder folder = new();
    private readonly WebApplication app;

    private MachineHost(string connectionString, FakeTimeProvider clock, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.WebHost.UseTestServer();
        Log.ListenToEverything(builder.Logging);

        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(folder.Data);
        builder.Services.AddSingleton<FirstRunFile>();
        builder.Services.AddOpsCenterDatabase(connectionString);
        builder.Services.AddPortalAccounts(builder.Configuration);
        builder.Services.AddSingleton(new OperatorConsole(TextWriter.Null));
        app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPost(Path, (HttpContext context) => context.GetMachineActor().Source).RequireMachine(MachineScopes.UsageWrite);
        app.MapPost(RequiresKeyPath, (HttpContext context) => context.GetMachineActor().RequiresJobKey).RequireMachine(MachineScopes.UsageWrite);
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public CapturedLog Log { get; } = new();

    public IServiceProvider Services => app.Services;

    public static async Task<MachineHost> StartAsync(TestDatabase database, params (string Key, string Value)[] settings)
    {
        var host = new MachineHost(database.ConnectionString, new FakeTimeProvider(TimeProvider.System.GetUtcNow()), settings);
        await host.app.StartAsync();

        return host;
    }

    /// <summary>Stores a credential.</summary>
    public async Task AddCredentialAsync(
        string secret,
        MachineScopes scopes,
        DateTimeOffset? expiresAt = null,
        DateTimeOffset? revokedAt = null,
        int? permitsPerSecond = null,
        int? burst = null)
    {
        var now = Clock.GetUtcNow();
        await using var db = OpenDatabase();
        db.MachineCredentials.Add(new MachineCredential
        {
            Id = Guid.CreateVersion7(now),
            Name = "Test",
            Source = "test",
            SecretHash = MachineSecret.HashOf(secret),
            Scopes = scopes,
            CreatedAt = now,
            ExpiresAt = expiresAt,
            RevokedAt = revokedAt,
            PermitsPerSecond = permitsPerSecond,
            Burst = burst,
        });
        await db.SaveChangesAsync();
    }

    /// <summary>Changes a stored credential; the host notices with its next look at the table.</summary>
    public async Task ChangeAsync(string secret, Action<MachineCredential> change)
    {
        await using var db = OpenDatabase();
        change(await db.MachineCredentials.SingleAsync(c => c.SecretHash == MachineSecret.HashOf(secret)));
        await db.SaveChangesAsync();
    }

    public OpsCenterDbContext OpenDatabase() => app.Services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>().CreateDbContext();

    /// <summary>Calls the endpoint with an Authorization header, or without one.</summary>
    public async Task<HttpResponseMessage> CallAsync(string? authorization, string path = Path, string method = "POST")
    {
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        return await client.SendAsync(request);
    }

    /// <summary>Ends it in order, as a signal to the process does.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Remove();
    }
}
