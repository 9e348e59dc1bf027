using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OpsCenter.Portal.Data;

/// <summary>One data source for the whole portal: EF Core contexts and plain Npgsql share its pool.</summary>
public static class DatabaseRegistration
{
    /// <summary>Registers the data source and the context factory.</summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="connectionString">A PostgreSQL connection string.</param>
    public static IServiceCollection AddOpsCenterDatabase(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddDbContextFactory<OpsCenterDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.MigrationsHistoryTable("schema_migrations"))
            .UseSnakeCaseNamingConvention());

        // The model reads the version of Identity's tables from here; 3 brings the table of passkeys.
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

        return services;
    }
}
