using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts;

/// <summary>Addresses of people, for mail that is sent now.</summary>
internal static class MailAddresses
{
    /// <summary>The addresses of accounts, in no order.</summary>
    public static async Task<string[]> OfAsync(NpgsqlConnection connection, Guid[] users, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select email from users where id = any($1) and email is not null", connection);
        command.Parameters.AddAll((object)users);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var addresses = new List<string>();

        while (await reader.ReadAsync(cancellationToken))
            addresses.Add(reader.GetString(0));

        return [.. addresses];
    }
}
