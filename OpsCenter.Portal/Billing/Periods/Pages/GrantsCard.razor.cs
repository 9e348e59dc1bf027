using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Billing.Periods.Pages;

/// <summary>What of a customer's usage is paid by grants, and the way to give more.</summary>
public sealed partial class GrantsCard : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private IReadOnlyList<GrantView>? grants;
    private bool canGive;

    [Inject]
    public required GrantQueries Grants { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }

    /// <summary>The customer's name.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var actor = await Current.GetAsync(closing.Token);
        canGive = AccessPolicy.Allows(actor, Permission.ManageSubscriptions);
        grants = await Grants.ListAsync(actor, OrganizationId, closing.Token);
    }

    private async Task GiveAsync()
    {
        if (await GrantPromotionDialog.ShowAsync(Dialogs, OrganizationId, Name))
            Snackbar.Add("Included usage given", Severity.Success);

        await LoadAsync();
    }
}
