using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Mails;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Billing.Dunning;

/// <summary>What follows when an invoice is not paid, in the caller's transaction.</summary>
internal static class Dunnings
{
    // An invoice that is opened again after it was paid (a lost dispute) begins anew.
    private const string Begin =
        """
        insert into dunnings (invoice_id, organization_id, started_at)
        select i.id, $2, $3 from invoices i where i.id = $1 and i.state = 'open'
        on conflict (invoice_id) do update set
            started_at = case when dunnings.ended_at is null then dunnings.started_at else excluded.started_at end,
            retries = case when dunnings.ended_at is null then dunnings.retries + $4 else 0 end,
            ended_at = null
        returning started_at, retries
        """;

    private const string Plan = "update dunnings set next_retry_at = $2, stopped_because = $3 where invoice_id = $1";

    private const string End =
        """
        update dunnings set ended_at = $2, next_retry_at = null where invoice_id = $1 and ended_at is null returning organization_id
        """;

    private const string Others = "select exists (select from dunnings where organization_id = $1 and ended_at is null)";

    /// <summary>Plans the next try, notes that the subscription is past due, and tells the customer.</summary>
    public static async Task FailedAsync(NpgsqlConnection connection, FailedPayment failed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await BeginAsync(connection, failed, now, cancellationToken) is not var (startedAt, retries))
            return;

        var next = DunningSchedule.NextTry(startedAt, retries, failed.Failure, now);
        await using (var plan = new NpgsqlCommand(Plan, connection))
        {
            plan.Parameters.AddAll(failed.InvoiceId);
            plan.Parameters.Add(new NpgsqlParameter { Value = next?.UtcDateTime ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
            plan.Parameters.Add(new NpgsqlParameter { Value = WhyStopped(next, failed.Failure) ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
            await plan.ExecuteNonQueryAsync(cancellationToken);
        }

        var since = await PastDue.BeginAsync(connection, failed.OrganizationId, startedAt, cancellationToken);
        await MailRequests.FailedAsync(connection, failed, now, cancellationToken);

        if (since is { } unpaidSince)
            await MailRequests.SuspendedAsync(connection, failed.OrganizationId, unpaidSince + SubscriptionStatusRule.SuspendedAfter, now, cancellationToken);
    }

    /// <summary>Ends it, because the invoice is paid or void; the subscription is past due no longer unless another invoice is unpaid.</summary>
    public static async Task EndAsync(NpgsqlConnection connection, Guid invoiceId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var end = new NpgsqlCommand(End, connection);
        end.Parameters.AddAll(invoiceId, now.UtcDateTime);

        if (await end.ExecuteScalarAsync(cancellationToken) is not Guid organizationId)
            return;

        await using var others = new NpgsqlCommand(Others, connection);
        others.Parameters.AddAll(organizationId);

        if (await others.ExecuteScalarAsync(cancellationToken) is not true)
            await PastDue.EndAsync(connection, organizationId, cancellationToken);
    }

    // Only automatic tries after the first failure count as retries.
    private static async Task<(DateTimeOffset StartedAt, int Retries)?> BeginAsync(
        NpgsqlConnection connection, FailedPayment failed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var begin = new NpgsqlCommand(Begin, connection);
        begin.Parameters.AddAll(failed.InvoiceId, failed.OrganizationId, now.UtcDateTime, failed.IsAutomatic ? 1 : 0);
        await using var reader = await begin.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken) ? (reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt32(1)) : null;
    }

    private static string? WhyStopped(DateTimeOffset? next, PaymentFailure failure) =>
        next is not null ? null : failure.MayBeRetried ? "all_tries_failed" : failure.Code;
}
