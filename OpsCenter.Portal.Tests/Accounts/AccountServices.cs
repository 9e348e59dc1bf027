using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Accounts;

/// <summary>The portal's accounts on a database, without a web server: what a start does, as often as a test likes.</summary>
internal sealed class AccountServices : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly ServiceProvider services;

    public AccountServices(string connectionString, FakeTimeProvider clock, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(folder.Data)
            .AddSingleton<FirstRunFile>()
            .AddOpsCenterDatabase(connectionString)
            .AddPortalAccounts(configuration)
            .AddSingleton(new OperatorConsole(TextWriter.Null))
            .BuildServiceProvider();
    }

    public IServiceProvider Provider => services;

    public IReadOnlyDictionary<string, string> Notes => services.GetRequiredService<FirstRunFile>().Read();

    public OpsCenterDbContext OpenDatabase() => services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>().CreateDbContext();

    public async Task EnsureOperatorAsync()
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstOperator>().EnsureAsync(CancellationToken.None);
    }

    public async Task EnsureCredentialAsync()
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstMachineCredential>().EnsureAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Remove();
    }
}
