using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

/// <summary>One portal on one database for a test class; every test makes its own people.</summary>
public sealed class AccountsFixture : IAsyncLifetime
{
    private AccountsHost? host;

    internal TestDatabase Database { get; } = new();

    internal AccountsHost Host => host ?? throw new InvalidOperationException("The fixture was not initialised.");

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        host = AccountsHost.Start(Database);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
    }
}
