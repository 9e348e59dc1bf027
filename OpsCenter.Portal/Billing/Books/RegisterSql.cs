using OpsCenter.Portal.Billing.Invoices;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>The registers as statements with the same columns.</summary>
internal static class RegisterSql
{
    private const string Invoices =
        $"""
        select v.id, v.number, v.accounting_date as day, v.organization_id, v.id as invoice_id, v.currency, v.subtotal, v.tax, v.total, v.badge as status
        {InvoiceSql.View}
        """;

    private const string Payments =
        """
        select p.id, coalesce(i.number, '') as number, (p.created_at at time zone 'UTC')::date as day, p.organization_id, i.id as invoice_id, p.currency,
            null::numeric as subtotal, null::numeric as tax, p.amount as total, p.state as status
        from payments p
        left join invoices i on i.id = coalesce(p.invoice_id, (select a.invoice_id from payment_allocations a where a.payment_id = p.id order by a.allocated_at limit 1))
        """;

    private const string CreditNotes =
        """
        select c.id, c.number, c.accounting_date as day, c.organization_id, c.invoice_id, c.currency, c.subtotal, c.tax, c.total, c.settlement as status
        from credit_notes c
        """;

    private const string Matching =
        "where ($1::uuid is null or r.organization_id = $1) and ($2::text is null or r.status = $2) and ($3::date is null or r.day >= $3) and ($4::date is null or r.day <= $4)";

    /// <summary>Count and sum of what matches, by currency.</summary>
    public static string Sums(Register register) => $"select r.currency, count(*), sum(r.total) from ({Of(register)}) r {Matching} group by r.currency order by r.currency";

    /// <summary>The rows that match, newest first, from an offset on.</summary>
    public static string Rows(Register register) => $"select r.* from ({Of(register)}) r {Matching} order by r.day desc, r.id desc limit $5 offset $6";

    private static string Of(Register register) => register switch
    {
        Register.Invoices => Invoices,
        Register.Payments => Payments,
        Register.CreditNotes => CreditNotes,
    };
}
