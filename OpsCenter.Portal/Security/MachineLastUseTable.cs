using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security;

/// <summary>Brings the uses that this instance has seen into the database.</summary>
internal sealed class MachineLastUseTable(NpgsqlDataSource database, MachineLastUse lastUse)
{
    // Rows are locked in the order of their ids, so that two instances wait for one another instead of each for the other. Another instance may
    // have seen a later use: a moment only moves on.
    private const string Write =
        """
        update machine_credentials c
        set last_used_at = greatest(c.last_used_at, u.at)
        from (
            select m.id, s.at
            from unnest($1::uuid[], $2::timestamptz[]) s (id, at)
            join machine_credentials m on m.id = s.id
            order by m.id
            for update of m) u
        where c.id = u.id
        """;

    /// <summary>Stores what is not stored yet, in one statement; what fails stays to be stored.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var uses = lastUse.Unstored();

        if (uses.Count == 0)
            return;

        await using var command = database.CreateCommand(Write);
        command.Parameters.AddAll(uses.Select(u => u.CredentialId).ToArray(), uses.Select(u => u.At).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
        lastUse.Stored(uses);
    }
}
