using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Billing.CreditNotes;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.CreditNotes;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Asks what of an invoice is taken back, and shows what follows while it is typed. Pressed twice, it issues once.</summary>
public sealed partial class CreditNoteDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly Dictionary<int, string?> typed = [];
    private Guid id;
    private CreditSettlement settlement;
    private bool isWhole = true;
    private string reason = "";
    private string? problem;
    private bool isBusy;

    [Inject]
    public required IssueCreditNote Issue { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }

    [Parameter, EditorRequired]
    public required CreditBasis Basis { get; set; }

    private IEnumerable<BilledLine> Creditable => Basis.Invoice.Lines.Where(line => Basis.LeftOf(line).Amount > 0);

    private (CreditNoteDraft? Draft, string? Problem) Preview => isWhole
        ? CreditNoteRule.Whole(Basis, settlement)
        : Amounts() is { } amounts ? CreditNoteRule.Part(Basis, amounts, settlement) : (null, "Enter amounts such as 12.50.");

    /// <summary>Shows it; returns the number of what was issued, null when nothing was.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs, Guid organizationId, CreditBasis basis)
    {
        var parameters = new DialogParameters<CreditNoteDialog> { { d => d.OrganizationId, organizationId }, { d => d.Basis, basis } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<CreditNoteDialog>("Issue credit note", parameters, options);

        return await shown.Result is { Canceled: false, Data: string number } ? number : null;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override void OnInitialized()
    {
        id = Guid.CreateVersion7(Clock.GetUtcNow());
        settlement = Basis.Settlements.First();
    }

    private Dictionary<int, decimal>? Amounts()
    {
        var amounts = new Dictionary<int, decimal>();

        foreach (var (position, text) in typed.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)))
        {
            if (!DecimalText.TryParse(text?.Trim(), out var amount))
                return null;

            amounts[position] = amount;
        }

        return amounts;
    }

    private async Task SubmitAsync()
    {
        if (isBusy || Preview.Draft is null)
            return;

        isBusy = true;
        problem = await DatabaseFailure.AnswerAsync(IssueAsync);
        isBusy = false;
    }

    private async Task<string?> IssueAsync()
    {
        var input = new IssueCreditNoteInput(id, OrganizationId, Basis.Invoice.Head.Id, isWhole ? null : Amounts(), settlement, reason);

        switch (await Issue.HandleAsync(await Current.GetAsync(closing.Token), input, closing.Token))
        {
            case IssueCreditNoteOutcome.Issued issued:
                Dialog.Close(DialogResult.Ok(issued.Number));
                return null;
            case IssueCreditNoteOutcome.Refused refused:
                return refused.Message;
            case var outcome:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }
}
