using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Billing;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Asks who is billed. What is wrong stands below its field.</summary>
public sealed partial class BillingDetailsDialog : IDisposable
{
    private static readonly IReadOnlyList<BillingDetailsField> Fields = Enum.GetValues<BillingDetailsField>();
    private readonly CancellationTokenSource closing = new();
    private Dictionary<BillingDetailsField, string> texts = [];
    private IReadOnlyDictionary<BillingDetailsField, string> problems = new Dictionary<BillingDetailsField, string>();
    private string? problem;
    private bool isBusy;

    [Inject]
    public required SaveBillingDetails Save { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }

    [Parameter, EditorRequired]
    public required BillingDetails Details { get; set; }

    /// <summary>Shows it; returns whether they were saved.</summary>
    public static async Task<bool> ShowAsync(IDialogService dialogs, Guid organizationId, BillingDetails details)
    {
        var parameters = new DialogParameters<BillingDetailsDialog> { { d => d.OrganizationId, organizationId }, { d => d.Details, details } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<BillingDetailsDialog>("Billing details", parameters, options);

        return await shown.Result is { Canceled: false };
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override void OnInitialized() => texts = new Dictionary<BillingDetailsField, string>
    {
        [BillingDetailsField.LegalName] = Details.LegalName,
        [BillingDetailsField.Email] = Details.Email,
        [BillingDetailsField.Line1] = Details.Line1,
        [BillingDetailsField.Line2] = Details.Line2,
        [BillingDetailsField.PostalCode] = Details.PostalCode,
        [BillingDetailsField.City] = Details.City,
        [BillingDetailsField.Country] = Details.Country,
        [BillingDetailsField.TaxId] = Details.TaxId,
    };

    private static string IdOf(BillingDetailsField field) => $"details-{EnumText<BillingDetailsField>.Of(field).Replace('_', '-')}";

    private static string ClassOf(BillingDetailsField field) =>
        field is BillingDetailsField.PostalCode or BillingDetailsField.City or BillingDetailsField.Country or BillingDetailsField.TaxId ? "half" : "";

    private static string AutocompleteOf(BillingDetailsField field) => field switch
    {
        BillingDetailsField.LegalName => "organization",
        BillingDetailsField.Email => "email",
        BillingDetailsField.Line1 => "address-line1",
        BillingDetailsField.Line2 => "address-line2",
        BillingDetailsField.PostalCode => "postal-code",
        BillingDetailsField.City => "address-level2",
        BillingDetailsField.Country => "country",
        BillingDetailsField.TaxId => "off",
    };

    private string? ProblemOf(BillingDetailsField field) => problems.GetValueOrDefault(field);

    private string? InvalidOf(BillingDetailsField field) => ProblemOf(field) is null ? null : "true";

    private string? ProblemIdOf(BillingDetailsField field) => ProblemOf(field) is null ? null : $"{IdOf(field)}-problem";

    private async Task SubmitAsync()
    {
        if (isBusy)
            return;

        isBusy = true;
        problem = await DatabaseFailure.AnswerAsync(SaveAsync);
        isBusy = false;
    }

    private async Task<string?> SaveAsync()
    {
        var given = new BillingDetails
        {
            LegalName = texts[BillingDetailsField.LegalName],
            Email = texts[BillingDetailsField.Email],
            Line1 = texts[BillingDetailsField.Line1],
            Line2 = texts[BillingDetailsField.Line2],
            PostalCode = texts[BillingDetailsField.PostalCode],
            City = texts[BillingDetailsField.City],
            Country = texts[BillingDetailsField.Country],
            TaxId = texts[BillingDetailsField.TaxId],
        };

        switch (await Save.HandleAsync(await Current.GetAsync(closing.Token), OrganizationId, given, closing.Token))
        {
            case SaveBillingDetailsOutcome.Saved:
                Dialog.Close();
                return null;
            case SaveBillingDetailsOutcome.Refused refused:
                problems = refused.Problems;
                return null;
            case var outcome:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }
}
