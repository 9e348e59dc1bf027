using OpsCenter.Portal.Security.Credentials.Pages;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>What the page of machine credentials needs.</summary>
internal static class CredentialsRegistration
{
    public static void AddCredentialAdministration(this IServiceCollection services) => services
        .AddSingleton<MachineCredentialQueries>()
        .AddSingleton<CreateMachineCredential>()
        .AddSingleton<EditMachineCredential>()
        .AddSingleton<RotateMachineCredential>()
        .AddSingleton<RevokeMachineCredential>()
        .AddSingleton<MachineCredentialCommands>()
        .AddScoped<MachineCredentialActs>();
}
