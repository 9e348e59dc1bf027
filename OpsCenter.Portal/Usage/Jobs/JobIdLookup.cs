using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Finds jobs by what people paste into the search: the source's own key, or the id on a receipt.</summary>
internal static class JobIdLookup
{
    private const int MaxMatches = 100;

    // Keys are unique under their source, and sources are few: each is found by jumping to the next name in the index, then the key in it.
    private const string ByKey =
        """
        with recursive sources(source) as (
            select min(source) from usage_keys
            union all
            select (select min(k.source) from usage_keys k where k.source > s.source) from sources s where s.source is not null)
        select k.event_id from sources s join usage_keys k on k.source = s.source and k.job_id = $1 limit $2
        """;

    /// <summary>Ids of the jobs that match exactly; none when nothing does.</summary>
    public static async Task<Guid[]> FindAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();

        if (Guid.TryParse(text, out var id))
            found.Add(id);

        await using var command = new NpgsqlCommand(ByKey, connection);
        command.Parameters.AddAll(text, MaxMatches);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetGuid(0));

        return [.. found];
    }
}
