using System.Globalization;

namespace OpsCenter.Portal.Tests.Billing.Engine;

/// <summary>Makes the database refuse the n-th write of the billing engine, whichever that is: what a crash between two writes leaves behind.</summary>
internal sealed class CrashPlan(BillingFixture fixture)
{
    // A sequence counts on although the transaction that it ended is undone.
    private const string Install =
        """
        create sequence crash_count;
        create table crash_plan (at bigint not null);
        insert into crash_plan values (-1);
        create function crash() returns trigger language plpgsql as $$
        begin
            if (select at from crash_plan) >= 0 and nextval('crash_count') = (select at from crash_plan) then
                raise exception 'planned crash' using errcode = 'raise_exception';
            end if;
            return null;
        end $$;
        do $$
        declare
            written text;
        begin
            foreach written in array array['subscriptions', 'subscription_movements', 'billing_periods', 'credit_grants', 'billing_accounts', 'document_series',
                'invoices', 'invoice_lines', 'payments', 'outbox', 'ledger_entries']
            loop
                execute format('create trigger crash after insert or update or delete on %I for each statement execute function crash()', written);
            end loop;
        end $$;
        """;

    /// <summary>Adds the triggers.</summary>
    public Task InstallAsync() => fixture.ExecuteAsync(Install);

    /// <summary>The n-th write from now on fails.</summary>
    public Task ArmAsync(int at) => fixture.ExecuteAsync(
        string.Create(CultureInfo.InvariantCulture, $"select setval('crash_count', 1, false); update crash_plan set at = {at}"));

    /// <summary>Nothing fails any more.</summary>
    public Task DisarmAsync() => fixture.ExecuteAsync("update crash_plan set at = -1");
}
