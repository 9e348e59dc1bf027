using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations;

/// <summary>Who hears about a customer's money when it named no address of its own: its owners and billing contacts.</summary>
internal static class BillingContacts
{
    private const string Select =
        """
        select user_id from memberships where organization_id = $1 and role in ('owner', 'billing') order by created_at limit 20
        """;

    /// <summary>Their accounts.</summary>
    public static async Task<Guid[]> OfAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        command.Parameters.AddAll(organizationId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var people = new List<Guid>();

        while (await reader.ReadAsync(cancellationToken))
            people.Add(reader.GetGuid(0));

        return [.. people];
    }
}
