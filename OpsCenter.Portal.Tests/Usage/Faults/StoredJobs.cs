using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>What the database holds after a fault, against what was promised.</summary>
internal static class StoredJobs
{
    private const string Query =
        """
        select k.job_id, k.event_id, count(e.event_id), coalesce(sum(l.charges), 0)::bigint, coalesce(sum(h.holds), 0)::bigint, sum(l.total)
        from usage_keys k
        left join usage_events e on e.job_id = k.job_id
        left join (select event_id, count(*) charges, sum(total) total from ledger_entries group by event_id) l on l.event_id = e.event_id
        left join (select event_id, count(*) holds from holds group by event_id) h on h.event_id = e.event_id
        group by k.source, k.job_id, k.event_id
        """;

    /// <summary>Every promised job is there once with one charge or one hold, as promised; nothing else is; roll-ups agree.</summary>
    public static async Task ShouldBeAsPromisedAsync(NpgsqlDataSource database, Acknowledgements answers)
    {
        answers.Complaints.Should().BeEmpty();
        answers.Open.Should().BeEmpty();
        var stored = await ReadAsync(database);
        stored.Where(job => job is not { Events: 1, Charges: 1, Holds: 0 } and not { Events: 1, Charges: 0, Holds: 1 }).Should().BeEmpty("a job is one event and one charge or hold");
        var byKey = stored.ToDictionary(job => job.JobId, job => job.Job);
        answers.Taken.Where(promised => byKey.GetValueOrDefault(promised.Key) != promised.Value).Should().BeEmpty("a promise is kept to the last digit");
        (await CountAsync(database, "select count(*) from usage_events")).Should().Be(answers.Taken.Count);
        (await CountAsync(database, "select (select count(*) from ledger_entries) + (select count(*) from holds)")).Should().Be(answers.Taken.Count);
        await RollupCheck.ShouldHoldAsync(database);
    }

    private static async Task<List<StoredJob>> ReadAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(Query);
        await using var reader = await command.ExecuteReaderAsync();
        var jobs = new List<StoredJob>();

        while (await reader.ReadAsync())
        {
            var total = reader.IsDBNull(5) ? null : DecimalText.Format(reader.GetDecimal(5));
            jobs.Add(new StoredJob(reader.GetString(0), new AcknowledgedJob(reader.GetGuid(1), total), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        return jobs;
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);

        return (long)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException("count is never null"));
    }

    private sealed record StoredJob(string JobId, AcknowledgedJob Job, long Events, long Charges, long Holds);
}
