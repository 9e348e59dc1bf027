using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OpsCenter.Portal.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model without starting the portal or a database.</summary>
internal sealed class OpsCenterDbContextFactory : IDesignTimeDbContextFactory<OpsCenterDbContext>
{
    public OpsCenterDbContext CreateDbContext(string[] args) => new ServiceCollection()
        .AddOpsCenterDatabase("Host=localhost")
        .BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<OpsCenterDbContext>>()
        .CreateDbContext();
}
