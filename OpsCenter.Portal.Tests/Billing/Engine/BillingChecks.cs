using FluentAssertions;

namespace OpsCenter.Portal.Tests.Billing.Engine;

/// <summary>What must hold of billing at any moment, whatever happened before. Each statement returns what breaks the rule.</summary>
internal static class BillingChecks
{
    private static readonly (string Rule, string Breaks)[] Rules =
    [
        ("counters of a period are the sums of its ledger entries",
            """
            select p.id::text from billing_periods p
            left join (select billing_period_id as id, sum(llm_fee) as llm, sum(agent_fee) as agent, sum(tools_fee) as tools, sum(covered) as covered,
                    -coalesce(sum(total) filter (where kind = 'credit'), 0) as credited, coalesce(sum(total) filter (where kind = 'residue'), 0) as residue
                from ledger_entries group by 1) l on l.id = p.id
            where (p.llm_fee, p.agent_fee, p.tools_fee, p.covered, p.credited, p.residue)
                <> (coalesce(l.llm, 0), coalesce(l.agent, 0), coalesce(l.tools, 0), coalesce(l.covered, 0), coalesce(l.credited, 0), coalesce(l.residue, 0))
            """),
        ("included usage covers what grants lost, and never more than they had",
            """
            select o.id::text from organizations o
            where coalesce((select sum(consumed) from credit_grants g where g.organization_id = o.id), 0)
                <> coalesce((select sum(covered) from ledger_entries l where l.organization_id = o.id), 0)
            """),
        ("what a period was used for is charged beyond its included usage only",
            """
            select p.id::text from billing_periods p join credit_grants g on g.billing_period_id = p.id
            where p.used - p.used_covered < 0
            """),
        ("usage lines of a closed period are its ledger to the last digit",
            """
            select p.id::text from billing_periods p
            where p.closed_at is not null and
                coalesce((select sum(l.amount) from invoice_lines l join invoices i on i.id = l.invoice_id
                    where i.billing_period_id = p.id and i.kind = 'period' and l.kind in ('llm', 'agent', 'tools', 'included', 'credit')), 0)
                <> p.llm_fee + p.agent_fee + p.tools_fee - p.covered - p.credited + p.residue
            """),
        ("interim invoices are taken off again",
            """
            select p.id::text from billing_periods p
            where p.invoiced <> coalesce((select sum(l.amount) from invoice_lines l join invoices i on i.id = l.invoice_id
                    where i.billing_period_id = p.id and l.kind = 'usage'), 0)
                or p.closed_at is not null and p.invoiced <> -coalesce((select sum(l.amount) from invoice_lines l join invoices i on i.id = l.invoice_id
                    where i.billing_period_id = p.id and l.kind = 'invoiced'), 0)
            """),
        ("invoices are the sum of their lines and their tax",
            """
            select i.number from invoices i
            where i.subtotal <> (select sum(l.amount) from invoice_lines l where l.invoice_id = i.id)
                or i.tax <> round(i.subtotal * (select max(l.tax_percent) from invoice_lines l where l.invoice_id = i.id) / 100, 2)
            """),
        ("what is carried is what invoices and credit notes carried out and not in again",
            """
            select o.id::text from organizations o
            where coalesce((select carried from billing_accounts a where a.organization_id = o.id), 0)
                <> -coalesce((select sum(l.amount) from invoice_lines l join invoices i on i.id = l.invoice_id
                    where i.organization_id = o.id and l.kind in ('carried_in', 'carried_out')), 0)
                - coalesce((select sum(n.subtotal) from credit_notes n where n.organization_id = o.id and n.settlement = 'balance'), 0)
            """),
        ("periods of a subscription follow each other without gap or overlap",
            """
            select n.id::text from billing_periods n join billing_periods p on p.subscription_id = n.subscription_id and p.number = n.number - 1
            where n.starts_at <> p.ends_at
            union all
            select s.id::text from subscriptions s
            where s.started_at is not null and (select count(*) from billing_periods p where p.subscription_id = s.id) <> (select max(number) from billing_periods p where p.subscription_id = s.id)
            union all
            select a.id::text from billing_periods a join billing_periods b on b.organization_id = a.organization_id and b.id <> a.id
            where a.starts_at < b.ends_at and b.starts_at < a.ends_at
            """),
        ("a running subscription has the running period and the next, an ended one none that is open",
            """
            select s.id::text from subscriptions s
            where s.started_at is not null
                and (select count(*) from billing_periods p where p.subscription_id = s.id and p.closed_at is null)
                    <> case when s.ended_at is not null then 0 when s.trial_ends_at is not null then 1 else 2 end
            """),
        ("plan fees pay for terms that follow each other without gap or overlap",
            """
            select f.subscription_id::text from (
                select i.subscription_id, l.period_start, l.period_end,
                    lag(l.period_end) over (partition by i.subscription_id order by l.period_start) as before
                from invoice_lines l join invoices i on i.id = l.invoice_id where l.kind = 'plan_fee') f
            where f.before <> f.period_start
            """),
        ("every running period is within a term that was paid for",
            """
            select p.id::text from billing_periods p join subscriptions s on s.id = p.subscription_id
            where s.ended_at is null and p.number = (select min(number) from billing_periods o where o.subscription_id = s.id and o.closed_at is null)
                and not exists (select from invoice_lines l join invoices i on i.id = l.invoice_id
                    where i.subscription_id = s.id and l.kind = 'plan_fee' and l.period_start <= p.starts_at and l.period_end >= p.ends_at)
            """),
        ("numbers have no gaps",
            """
            select d.name from document_series d
            where d.name = 'test_invoice' and (
                d.next_number - 1 <> (select count(*) from invoices)
                or exists (select from invoices i where right(i.number, 6)::integer >= d.next_number or right(i.number, 6)::integer < 1))
            """),
        ("what is open asks for its payment once",
            """
            select i.number from invoices i
            where i.kind in ('period', 'interim') and (select count(*) from payments p where p.invoice_id = i.id) <> case when i.total > 0 then 1 else 0 end
            """),
        ("invoices and what is open are the ledger, plan fees and carried amounts",
            """
            select o.id::text from organizations o
            where coalesce((select sum(i.subtotal) from invoices i where i.organization_id = o.id), 0)
                + coalesce((select sum(p.llm_fee + p.agent_fee + p.tools_fee - p.covered - p.credited - p.invoiced)
                    from billing_periods p where p.organization_id = o.id and p.closed_at is null), 0)
                + coalesce((select carried from billing_accounts a where a.organization_id = o.id), 0)
                + coalesce((select sum(n.subtotal) from credit_notes n where n.organization_id = o.id and n.settlement = 'balance'), 0)
                <> coalesce((select sum(l.total - l.covered) from ledger_entries l where l.organization_id = o.id and l.billing_period_id is not null), 0)
                + coalesce((select sum(l.amount) from invoice_lines l join invoices i on i.id = l.invoice_id
                    where i.organization_id = o.id and l.kind in ('plan_fee', 'proration')), 0)
            """),
    ];

    /// <summary>Checks all rules on all customers.</summary>
    public static async Task ShouldHoldAsync(BillingFixture fixture)
    {
        foreach (var (rule, breaks) in Rules)
            (await fixture.ListAsync(breaks)).Should().BeEmpty(rule);
    }
}
