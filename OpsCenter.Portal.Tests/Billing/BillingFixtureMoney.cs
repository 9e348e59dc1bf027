using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Invoices;

namespace OpsCenter.Portal.Tests.Billing;

/// <summary>Payments as rows, for tests that are not about how they come.</summary>
internal static class BillingFixtureMoney
{
    /// <summary>A payment that came and pays an invoice.</summary>
    public static async Task<Guid> PayAsync(this BillingFixture fixture, Guid invoice, decimal? amount = null)
    {
        var now = fixture.Clock.GetUtcNow();
        await fixture.ExecuteAsync("delete from outbox");
        await fixture.ExecuteAsync("update payments set state = 'failed', failure_code = 'test', settled_at = $2 where invoice_id = $1 and state = 'pending'", invoice, now.UtcDateTime);
        var paid = amount ?? await fixture.ScalarAsync<decimal>("select total from invoices where id = $1", invoice);
        var id = Guid.CreateVersion7(now);
        await fixture.ExecuteAsync(
            """
            insert into payments (id, organization_id, invoice_id, amount, currency, attempt, automatic, state, gateway_payment, created_at, settled_at)
            select $1, organization_id, id, $3, currency, 100, false, 'succeeded', $1::text, $4, $4 from invoices where id = $2
            """,
            id, invoice, paid, now.UtcDateTime);
        await fixture.InTransactionAsync(async db => await InvoicePayments.AllocateAsync(
            (Npgsql.NpgsqlConnection)Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database),
            id, invoice, new Money(paid, Currency.Usd), now, CancellationToken.None));

        return id;
    }

    /// <summary>A try of an invoice's payment that failed.</summary>
    public static Task FailAsync(this BillingFixture fixture, Guid invoice, string code) => fixture.ExecuteAsync(
        """
        insert into payments (id, organization_id, invoice_id, amount, currency, attempt, automatic, state, failure_code, failure_message, created_at, settled_at)
        select $2, organization_id, id, total, currency, 50, true, 'failed', $3, 'Your card was declined.', $4, $4 from invoices where id = $1
        """,
        invoice, Guid.CreateVersion7(fixture.Clock.GetUtcNow()), code, fixture.Clock.GetUtcNow().UtcDateTime);
}
