using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Billing.CreditNotes;
using OpsCenter.Portal.Billing.CreditNotes;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>An invoice: what it asks for and why, what was paid, and what was taken back.</summary>
public sealed partial class InvoiceDetailsPage
{
    private BilledInvoice? invoice;
    private IReadOnlyList<CreditNoteView> notes = [];
    private CreditBasis? creditBasis;
    private bool mayPay;
    private string? problem;
    private bool isUnknown;
    private bool hasFailed;
    private Actor? reader;

    [Inject]
    public required InvoiceQueries Invoices { get; init; }

    [Inject]
    public required CreditNoteQueries CreditNotes { get; init; }

    [Inject]
    public required IssueCreditNote Issue { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter]
    public Guid InvoiceId { get; set; }

    /// <inheritdoc />
    public override Permission OwnPermission => Permission.ViewOwnBilling;

    private string? Subtitle => invoice is null ? null : $"For {BillingWords.Days(invoice.Head.PeriodStart, invoice.Head.PeriodEnd)} (UTC)";

    private string ParentHref => CustomerId is { } customer ? PortalUrls.OfCustomer(PortalUrls.CustomersBilling, customer) : PortalUrls.CustomersBilling;

    private string? JobsHref => invoice?.BillingPeriodId is { } period ? PortalUrls.JobsOfPeriod(OrganizationId, period) : null;

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        reader = actor;

        try
        {
            mayPay = !IsOperatorView && AccessPolicy.AllowsAbout(actor, OrganizationId, Permission.ManageOwnBilling, Permission.ManageBilling);
            invoice = await Invoices.FindAsync(actor, OrganizationId, InvoiceId, cancellationToken);
            isUnknown = invoice is null;
            notes = await CreditNotes.OfInvoiceAsync(actor, OrganizationId, InvoiceId, cancellationToken);
            creditBasis = IsOperatorView && AccessPolicy.Allows(actor, Permission.ManageBilling)
                ? await Issue.PreviewAsync(actor, OrganizationId, InvoiceId, cancellationToken)
                : null;
            hasFailed = false;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            hasFailed = true;
        }
    }

    // What changes by itself does not keep a session alive, so nobody is asked who they are.
    private Task ReadAgainAsync() => reader is { } actor ? Latest.RunAsync(token => LoadAsync(actor, token)) : Task.CompletedTask;

    private async Task CreditAsync()
    {
        if (creditBasis is { } basis && await CreditNoteDialog.ShowAsync(Dialogs, OrganizationId, basis) is { } number)
            Snackbar.Add($"Credit note {number} issued", Severity.Success);

        await ReloadAsync();
    }
}
