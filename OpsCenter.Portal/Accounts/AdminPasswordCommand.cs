using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;

namespace OpsCenter.Portal.Accounts;

/// <summary>The command <c>--reset-admin-password</c>, whether or not a portal is running.</summary>
public static class AdminPasswordCommand
{
    private const string Option = "--reset-admin-password";

    /// <summary>Sets and shows a new password and returns the exit code; null when the command line does not ask for it.</summary>
    public static async Task<int?> TryResetAdminPasswordAsync(this WebApplicationBuilder builder, string[] args)
    {
        if (!args.Contains(Option))
            return null;

        var options = HostingOptions.From(builder.Configuration);
        return await PortalRun.RunCommandAsync(async (loggers, cancellationToken) =>
        {
            await using var session = await DatabaseSession.OpenAsync(options, loggers, TimeProvider.System, cancellationToken);
            await using var services = ServicesFor(builder.Configuration, options, session.ConnectionString);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ResetAdminPassword>().HandleAsync(cancellationToken);
        });
    }

    private static ServiceProvider ServicesFor(IConfiguration configuration, HostingOptions options, string connectionString) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(configuration)
            .AddSingleton(options.Data)
            .AddSingleton<FirstRunFile>()
            .AddSingleton(TimeProvider.System)
            .AddOpsCenterDatabase(connectionString)
            .AddAccountStore()
            .BuildServiceProvider();
}
