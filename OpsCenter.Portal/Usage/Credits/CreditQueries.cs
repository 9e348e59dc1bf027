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

    private const string Newest =
        "select id, amount, currency, job_event_id, reason, given_at, given_by from credits where organization_id = $1 order by given_at desc, id desc limit $2";

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
            credits.Add(CreditAt(reader, organizationId));

        await reader.NextResultAsync(cancellationToken);

        while (await reader.ReadAsync(cancellationToken))
        {
            count += reader.GetInt64(1);
            totals.Add(new Money(reader.GetDecimal(2), Currency.Of(reader.GetString(0))));
        }

        var givers = await names.OfAsync(credits.Select(credit => credit.GivenByName), cancellationToken);

        return new CreditList([.. credits.Select(credit => credit with { GivenByName = givers[credit.GivenByName] })], count, [.. totals]);
    }

    private static Credit CreditAt(NpgsqlDataReader reader, Guid organizationId) => new(
        reader.GetGuid(0),
        organizationId,
        new Money(reader.GetDecimal(1), Currency.Of(reader.GetString(2))),
        reader.IsDBNull(3) ? null : reader.GetGuid(3),
        reader.GetString(4),
        reader.GetFieldValue<DateTimeOffset>(5),
        reader.GetString(6));
}
