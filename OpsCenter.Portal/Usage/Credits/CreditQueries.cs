using System.Runtime.CompilerServices;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Credits;

/// <summary>Reads credits.</summary>
public sealed class CreditQueries(NpgsqlDataSource database, ActorNames names)
{
    /// <summary>Most credits that are listed; all are counted.</summary>
    public const int MaxListed = 100;

    private const string Select = "select id, organization_id, amount, currency, job_event_id, reason, given_at, given_by from credits";

    private const string Newest = $"{Select} where organization_id = $1 order by given_at desc, id desc limit $2";

    private const string All = $"{Select} where $1::uuid is null or organization_id = $1 order by given_at desc, id desc";

    private const string Totals = "select currency, count(*), sum(amount) from credits where organization_id = $1 group by currency order by currency";

    /// <summary>What a customer was given, newest first.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the jobs of all customers.</exception>
    public async Task<CreditList> OfAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Newest));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Totals));
        batch.BatchCommands[0].Parameters.AddAll(organizationId, MaxListed);
        batch.BatchCommands[1].Parameters.AddAll(organizationId);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var (credits, count, totals) = (new List<Credit>(), 0L, new List<Money>());

        while (await reader.ReadAsync(cancellationToken))
            credits.Add(CreditAt(reader));

        await reader.NextResultAsync(cancellationToken);

        while (await reader.ReadAsync(cancellationToken))
        {
            count += reader.GetInt64(1);
            totals.Add(new Money(reader.GetDecimal(2), Currency.Of(reader.GetString(0))));
        }

        var givers = await names.OfAsync(credits.Select(credit => credit.GivenByName), cancellationToken);

        return new CreditList([.. credits.Select(credit => credit with { GivenByName = givers[credit.GivenByName] })], count, [.. totals]);
    }

    /// <summary>Credits of one customer or of all, newest first, read as they are asked for; who gave them stands there by id.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the jobs of all customers; thrown with the first row.</exception>
    public async IAsyncEnumerable<Credit> StreamAsync(Actor actor, Guid? organizationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        await using var command = database.CreateCommand(All);
        command.Parameters.AddAll(organizationId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        while (await reader.ReadAsync(cancellationToken))
            yield return CreditAt(reader);
    }

    private static Credit CreditAt(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetGuid(1),
        new Money(reader.GetDecimal(2), Currency.Of(reader.GetString(3))),
        reader.IsDBNull(4) ? null : reader.GetGuid(4),
        reader.GetString(5),
        reader.GetFieldValue<DateTimeOffset>(6),
        reader.GetString(7));
}
