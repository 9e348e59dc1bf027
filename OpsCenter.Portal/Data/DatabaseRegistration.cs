using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Data;

/// <summary>One data source for the whole portal: EF Core contexts and plain Npgsql share its pool.</summary>
public static class DatabaseRegistration
{
    /// <summary>Registers the database named by the connection string <c>OpsCenter</c>, its preparation before the portal listens, and what carries marks.</summary>
    public static WebApplicationBuilder AddDatabase(this WebApplicationBuilder builder)
    {
        var connectionString = builder.Configuration.GetConnectionString(HostingRegistration.ConnectionName)
            ?? throw new InvalidOperationException("Hosting registers the connection string before the database.");
        builder.Services.AddOpsCenterDatabase(connectionString);
        builder.Services.AddHostedService<DatabasePreparation>();
        builder.Services.AddHostedService<LiveListener>();
        builder.Services.AddHostedService<LiveSender>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");

        return builder;
    }

    /// <summary>Registers the data source, the context factory and the marks of what changed.</summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="connectionString">A PostgreSQL connection string.</param>
    public static IServiceCollection AddOpsCenterDatabase(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddSingleton<LiveMarks>();
        services.AddSingleton<LiveRefresh>();
        services.AddDbContextFactory<OpsCenterDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.MigrationsHistoryTable("schema_migrations"))
            .UseSnakeCaseNamingConvention()
            // Both throw as well, and whoever catches says what it means; an outage would else write two stack traces for each request.
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.QueryIterationFailed, RelationalEventId.ConnectionError)));

        // The model reads the version of Identity's tables from here; 3 brings the table of passkeys.
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

        return services;
    }
}
