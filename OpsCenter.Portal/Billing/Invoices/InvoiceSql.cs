namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>The statements behind lists of invoices. An invoice is paid by allocations and reduced by credit notes.</summary>
internal static class InvoiceSql
{
    /// <summary>An invoice with what stands beside it, as <c>v</c>; how it stands is worked out, never stored.</summary>
    public const string View =
        """
        from (
            select i.*, coalesce(a.paid, 0) as paid, coalesce(c.credited, 0) as credited, p.failure_code as last_failure,
                case i.state when 'open' then case p.state when 'failed' then 'failed' else 'pending' end else i.state end as badge
            from invoices i
            left join lateral (select sum(amount) as paid from payment_allocations where invoice_id = i.id) a on true
            left join lateral (select sum(total) as credited from credit_notes where invoice_id = i.id and settlement = 'invoice') c on true
            left join lateral (select state, failure_code from payments where invoice_id = i.id order by attempt desc limit 1) p on true
        ) v
        """;

    /// <summary>The columns of a head, in the order in which they are read.</summary>
    public const string HeadColumns =
        "v.id, v.number, v.issued_at, v.period_start, v.period_end, v.currency, v.total, v.paid, v.credited, v.badge, v.last_failure";

    /// <summary>What a customer's filter leaves: the customer, badge, first day, day after the last, part of the number.</summary>
    public const string Matching =
        """
        where v.organization_id = $1 and ($2::text is null or v.badge = $2) and ($3::timestamptz is null or v.issued_at >= $3)
            and ($4::timestamptz is null or v.issued_at < $4) and ($5::text is null or position($5 in lower(v.number)) > 0)
        """;
}
