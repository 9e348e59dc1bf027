using OpsCenter.Portal.Security.Credentials.Pages;
using OpsCenter.Portal.Shell.Exports;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>What the page of machine credentials needs.</summary>
internal static class CredentialsRegistration
{
    public static void AddCredentialAdministration(this IServiceCollection services) => services
        .AddSingleton<MachineCredentialQueries>()
        .AddSingleton<IListExport, MachineCredentialExport>()
        .AddSingleton<CreateMachineCredential>()
        .AddSingleton<EditMachineCredential>()
        .AddSingleton<RotateMachineCredential>()
        .AddSingleton<RevokeMachineCredential>()
        .AddSingleton<MachineCredentialCommands>()
        .AddScoped<MachineCredentialActs>();
}
