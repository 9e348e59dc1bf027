using Npgsql;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Asks the database, in the transaction of a group, who was first and what is in force.</summary>
internal static class UsageTables
{
    // From the version that was in force when the earliest job happened; the older ones price none of them.
    private const string Versions =
        """
        select version, effective_from from rate_card_versions
        where cancelled_at is null
            and version >= (select max(version) from rate_card_versions where effective_from <= $1 and cancelled_at is null)
        order by version desc
        """;

    private const string Organizations = "select id from organizations where id = any($1)";

    private const string ClaimKeys =
        """
        insert into usage_keys (source, job_id, event_id, occurred_at, content_hash)
        select * from unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[], $5::bytea[])
        on conflict do nothing returning event_id
        """;

    /// <summary>
    /// In one round trip: shares the gate, then reads versions and customers, claims the keys, and opens the book of the customers. Each
    /// statement sees what was committed before it began, so a version that a publisher committed while the first one waited is seen.
    /// </summary>
    /// <param name="connection">In the transaction.</param>
    /// <param name="jobs">The group.</param>
    /// <param name="leaders">One job for each key, in key order.</param>
    public static KeyClaim Claim(NpgsqlConnection connection, StoredUsage[] jobs, StoredUsage[] leaders)
    {
        var customers = CustomersOf(jobs);
        using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(RateCardGate.Share),
                With(Versions, jobs.Min(job => job.PricedAt.UtcDateTime)),
                With(Organizations, customers),
                ClaimCommand(leaders),
            },
        };

        foreach (var command in PostingBook.ReadCommands(customers, jobs.Min(job => job.OccurredAt)))
        {
            batch.BatchCommands.Add(command);
        }

        batch.Prepare();
        using var reader = batch.ExecuteReader();

        return Read(reader);
    }

    private static KeyClaim Read(NpgsqlDataReader reader)
    {
        var (versions, organizations, keys) = (new List<(int, DateTimeOffset)>(), new HashSet<Guid>(), new HashSet<Guid>());
        reader.NextResult();

        while (reader.Read())
        {
            versions.Add((reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1)));
        }

        reader.NextResult();

        while (reader.Read())
        {
            organizations.Add(reader.GetGuid(0));
        }

        reader.NextResult();

        while (reader.Read())
        {
            keys.Add(reader.GetGuid(0));
        }

        reader.NextResult();

        return new KeyClaim { Versions = versions, Organizations = organizations, NewKeys = keys, Book = PostingBook.Read(reader) };
    }

    private static NpgsqlBatchCommand ClaimCommand(StoredUsage[] leaders)
    {
        var rows = new ColumnArrays<StoredUsage>(ClaimKeys, leaders);
        rows.Add(job => job.Source);
        rows.Add(job => job.Report.JobId);
        rows.Add(job => job.EventId);
        rows.Add(job => job.OccurredAt.UtcDateTime);
        rows.Add(job => job.Report.ContentHash.ToArray());

        return rows.Command;
    }

    private static Guid[] CustomersOf(StoredUsage[] jobs)
    {
        var ids = new HashSet<Guid>();

        foreach (var job in jobs)
        {
            if (Guid.TryParse(job.Report.CustomerRef, out var id))
            {
                ids.Add(id);
            }
        }

        return [.. ids];
    }

    private static NpgsqlBatchCommand With<T>(string statement, T value)
    {
        var command = new NpgsqlBatchCommand(statement);
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });

        return command;
    }
}
