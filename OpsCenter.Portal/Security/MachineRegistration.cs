using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using OpsCenter.Portal.Security.Credentials;

namespace OpsCenter.Portal.Security;

/// <summary>Everything that lets machines call.</summary>
internal static class MachineRegistration
{
    public static void AddMachineCredentials(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MachineApiOptions>().Bind(configuration.GetSection(MachineApiOptions.Section))
            .Validate(
                options => options.PermitsPerSecond is >= 1 and <= MachineApiOptions.Max,
                $"{MachineApiOptions.Section}:{nameof(MachineApiOptions.PermitsPerSecond)} must be 1 to {MachineApiOptions.Max}.")
            .Validate(
                options => options.Burst is >= 1 and <= MachineApiOptions.Max,
                $"{MachineApiOptions.Section}:{nameof(MachineApiOptions.Burst)} must be 1 to {MachineApiOptions.Max}.")
            .ValidateOnStart();
        services.AddOptions<BrigadeKeyOptions>().ValidateOnStart();
        services.ConfigureOptions<BrigadeKeyOptionsSetup>();
        services.AddSingleton<MachineCredentials>();
        services.AddSingleton<MachineRateLimit>();
        services.AddSingleton<MachineLastUse>();
        services.AddSingleton<MachineLastUseTable>();
        services.AddHostedService<MachineLastUseKeeper>();
        services.AddSingleton<IAuthorizationHandler, MachineRequirementHandler>();
        services.AddScoped<FirstMachineCredential>();
        services.AddCredentialAdministration();
        services.AddExceptionHandler<MachineExceptionHandler>();
        // A line for every refused call would let anybody fill the log.
        services.AddLogging(logging => logging.AddFilter(typeof(MachineAuthentication).FullName, LogLevel.Warning));
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, MachineAuthentication>(MachineAuthentication.SchemeName, null);
    }
}
