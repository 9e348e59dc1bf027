using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Credits.Pages;

/// <summary>What a customer was given back, and the way to give more.</summary>
public sealed partial class CreditsCard : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private CreditList? list;
    private bool canGive;

    [Inject]
    public required CreditQueries Credits { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }

    /// <summary>The customer's name.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    private UrlQuery ExportQuery => UrlQuery.Of(Navigation.Uri).At(PortalUrls.Customers).With(CreditExport.CustomerName, OrganizationId);

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var actor = await Current.GetAsync(closing.Token);
        canGive = AccessPolicy.Allows(actor, Permission.GiveCredits);
        list = await Credits.OfAsync(actor, OrganizationId, closing.Token);
    }

    private async Task GiveAsync()
    {
        if (await GiveCreditDialog.ShowAsync(Dialogs, OrganizationId, Name))
            Snackbar.Add("Credit given", Severity.Success);

        await LoadAsync();
    }
}
