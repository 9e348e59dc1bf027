using Microsoft.Net.Http.Headers;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Portal.Billing.CreditNotes;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Billing.Documents;

/// <summary>Invoices and credit notes as files. The address names the customer, which proves nothing: the queries check who asks.</summary>
public static class DocumentEndpoints
{
    private const string SecondsUntilReady = "3";

    /// <summary>Adds them.</summary>
    public static IEndpointRouteBuilder MapBillingDocuments(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{PortalUrls.CustomersInvoices}/{{id:guid}}/pdf", InvoiceAsync).RequireAuthorization();
        app.MapGet($"{PortalUrls.CustomersCreditNotes}/{{id:guid}}/pdf", CreditNoteAsync).RequireAuthorization();

        return app;
    }

    private static Task<IResult> InvoiceAsync(HttpContext context, Guid id, Guid? customer, CurrentActor current, InvoiceQueries invoices) =>
        AnswerAsync(context, customer, current, async (actor, organization) =>
            await invoices.FindFileAsync(actor, organization, id, context.RequestAborted));

    private static Task<IResult> CreditNoteAsync(
        HttpContext context, Guid id, Guid? customer, CurrentActor current, CreditNoteQueries notes, InvoiceQueries invoices) =>
        AnswerAsync(context, customer, current, async (actor, organization) =>
            await notes.FindAsync(actor, organization, id, context.RequestAborted) is { } note
            && await invoices.FindAsync(actor, organization, note.InvoiceId, context.RequestAborted) is { } invoice
                ? new InvoiceFile.Ready($"{note.Number}.pdf", CreditNotePdf.Write(note, invoice))
                : new InvoiceFile.Missing());

    private static async Task<IResult> AnswerAsync(HttpContext context, Guid? customer, CurrentActor current, Func<Actor, Guid, Task<InvoiceFile>> find)
    {
        try
        {
            var actor = await current.GetAsync(context.RequestAborted);
            var organization = customer ?? (actor as Actor.User)?.OrganizationId ?? Guid.Empty;

            return Answer(context, await find(actor, organization));
        }
        catch (SignInRequiredException)
        {
            return Results.Text("The session is over; sign in again.", statusCode: StatusCodes.Status401Unauthorized);
        }
        catch (AccessDeniedException)
        {
            // Whoever may not see it is not told whether it exists.
            return Results.Text("There is no such document.", statusCode: StatusCodes.Status404NotFound);
        }
    }

    private static IResult Answer(HttpContext context, InvoiceFile file)
    {
        context.Response.Headers.CacheControl = "no-store";

        switch (file)
        {
            case InvoiceFile.Ready ready:
                context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = ready.Name }.ToString();
                return Results.Bytes(ready.Content, "application/pdf");
            case InvoiceFile.NotYet:
                context.Response.Headers.RetryAfter = SecondsUntilReady;
                return Results.Text("The file is being made; try again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
            case InvoiceFile.Missing:
                return Results.Text("There is no such document.", statusCode: StatusCodes.Status404NotFound);
            default:
                throw new InvalidOperationException($"No answer for {file}.");
        }
    }
}
