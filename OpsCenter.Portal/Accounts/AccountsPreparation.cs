using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Accounts;

/// <summary>
/// Before the portal listens: somebody can sign in, and Brigade has a credential. Registered after the preparation of the database.
/// </summary>
internal sealed class AccountsPreparation(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstOperator>().EnsureAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<FirstMachineCredential>().EnsureAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
