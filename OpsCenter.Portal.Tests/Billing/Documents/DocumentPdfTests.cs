using FluentAssertions;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Billing.CreditNotes;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.CreditNotes;
using OpsCenter.Portal.Billing.Documents;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Shell.Widgets;
using UglyToad.PdfPig;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Documents;

public sealed class DocumentPdfTests(BillingFixture fixture) : IClassFixture<BillingFixture>
{
    [Fact]
    public async Task An_invoice_on_paper_says_what_the_database_says()
    {
        var customer = await fixture.CustomerAsync("Zażółć & Söhne");
        await fixture.Get<SaveBillingDetails>().HandleAsync(
            BillingPeople.MemberOf(customer),
            customer,
            new BillingDetails { LegalName = "Müller & Söhne GmbH", Line1 = "Gänsemarkt 1", PostalCode = "20354", City = "Hamburg", Country = "DE", TaxId = "DE 136 695 976" },
            CancellationToken.None);
        await fixture.SubscribeAsync(customer, "starter");
        await fixture.UseAsync(customer, 1_234, searches: 7);
        fixture.Clock.Advance(TimeSpan.FromDays(31));
        await fixture.AdvanceAsync();
        var row = (await fixture.Get<InvoiceQueries>().ListAsync(BillingPeople.Admin, customer, new InvoiceFilter(), CancellationToken.None)).Rows[0];

        var file = (InvoiceFile.Ready)await fixture.Get<InvoiceQueries>().FindFileAsync(BillingPeople.MemberOf(customer), customer, row.Id, CancellationToken.None);

        var text = TextOf(file.Content);
        var amounts = await fixture.ListAsync(
            """
            select trim_scale(a)::text from (
                select amount as a from invoice_lines where invoice_id = $1 union select subtotal from invoices where id = $1
                union select tax from invoices where id = $1 union select total from invoices where id = $1) x
            """,
            row.Id);
        amounts.Should().HaveCountGreaterThan(4);
        text.Should().ContainAll(amounts.Select(a => MoneyFormat.Exact(new Money(decimal.Parse(a, System.Globalization.CultureInfo.InvariantCulture), Currency.Usd))));
        text.Should().ContainAll("Invoice", row.Number, "Müller & Söhne GmbH", "Gänsemarkt 1", "20354 Hamburg", "Germany", "DE136695976", "Test mode, no money moves", "is due now");
    }

    [Fact]
    public async Task A_credit_note_on_paper_names_its_invoice_and_every_amount()
    {
        var customer = await fixture.CustomerAsync();
        var invoice = await fixture.SubscribeAsync(customer, "starter") ?? throw new InvalidOperationException("There is a first invoice.");
        await fixture.Get<IssueCreditNote>().HandleAsync(
            BillingPeople.Admin,
            new IssueCreditNoteInput(Guid.CreateVersion7(BillingFixture.Start), customer, invoice, new Dictionary<int, decimal> { [1] = 3.21m }, CreditSettlement.Invoice, "Two days without service"),
            CancellationToken.None);
        var note = (await fixture.Get<CreditNoteQueries>().OfInvoiceAsync(BillingPeople.Admin, customer, invoice, CancellationToken.None)).Single();
        var billed = (await fixture.Get<InvoiceQueries>().FindAsync(BillingPeople.Admin, customer, invoice, CancellationToken.None))!;

        var text = TextOf(CreditNotePdf.Write(note, billed));

        text.Should().ContainAll("Credit note", note.Number, billed.Head.Number, "$3.21", "Two days without service", "Reduced what is owed");
    }

    [Fact]
    public void Reverse_charge_is_said_and_tax_stands_by_rate()
    {
        var usd = Currency.Usd;
        var now = BillingFixture.Start;
        var invoice = new BilledInvoice
        {
            Head = new InvoiceHead
            {
                Id = Guid.Empty,
                Number = "INV-000007",
                IssuedAt = now,
                PeriodStart = now,
                PeriodEnd = now.AddMonths(1),
                Total = new Money(125.6m, usd),
                Paid = Money.Zero(usd),
                Credited = Money.Zero(usd),
                Badge = InvoiceBadge.Pending,
            },
            TestMode = false,
            Seller = new InvoiceParty("Ops", [], "DE", ""),
            Buyer = new InvoiceParty("Łódź 東京", [], "PL", ""),
            TaxNote = TaxRule.ReverseCharge,
            Subtotal = new Money(110m, usd),
            Tax = new Money(15.6m, usd),
            SettledAt = null,
            Lines =
            [
                .. Enumerable.Range(1, 60).Select(n => new BilledLine(n, InvoiceLineKind.Llm, $"Line {n}", now, now.AddMonths(1), new Money(1m, usd), new Money(1m, usd), 19m)),
                new BilledLine(61, InvoiceLineKind.PlanFee, "Plan", now, now.AddMonths(1), new Money(50m, usd), new Money(50m, usd), 8.4m),
            ],
            Payments = [],
        };

        var bytes = InvoicePdf.Write(invoice);

        TextOf(bytes).Should().ContainAll("Reverse charge", "Tax 19 % on $60.00", "$11.40", "Tax 8.4 % on $50.00", "$4.20", "$125.60", "Łódź ??")
            .And.NotContain("Test mode");
        using var pdf = PdfDocument.Open(bytes);
        pdf.NumberOfPages.Should().BeGreaterThan(1);
    }

    private static string TextOf(byte[] content)
    {
        using var pdf = PdfDocument.Open(content);

        return string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }
}
