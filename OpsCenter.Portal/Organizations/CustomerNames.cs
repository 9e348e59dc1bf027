using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations;

/// <summary>Names of customers, for what is written within a transaction.</summary>
internal static class CustomerNames
{
    /// <summary>The name of a customer that something refers to.</summary>
    public static async Task<string> OfAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select name from organizations where id = $1", connection);
        command.Parameters.AddAll(organizationId);

        return await command.ExecuteScalarAsync(cancellationToken) as string
            ?? throw new InvalidOperationException($"There is no customer {organizationId}.");
    }
}
