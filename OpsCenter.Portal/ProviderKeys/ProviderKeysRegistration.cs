using OpsCenter.Portal.ProviderKeys.Pages;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>What customers' provider keys need.</summary>
public static class ProviderKeysRegistration
{
    /// <summary>Registers commands and queries; accounts, rate cards, subscriptions and a tester must be registered as well.</summary>
    public static IServiceCollection AddProviderKeys(this IServiceCollection services) => services
        .AddSingleton<ProviderKeyVault>()
        .AddSingleton<ByokProviders>()
        .AddSingleton<ProviderKeyQueries>()
        .AddSingleton<UsableProviderKeys>()
        .AddSingleton<ProviderKeyDesk>()
        .AddSingleton<AddProviderKey>()
        .AddSingleton<RenameProviderKey>()
        .AddSingleton<RotateProviderKey>()
        .AddSingleton<RemoveProviderKey>()
        .AddSingleton<TestProviderKey>()
        .AddSingleton<ProviderKeyCommands>()
        .AddTransient<ProviderKeyActs>();
}
