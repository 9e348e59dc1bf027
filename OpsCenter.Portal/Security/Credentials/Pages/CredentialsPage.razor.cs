using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>The list of machine credentials. What it shows and its page stand in the address; a secret never does.</summary>
public sealed partial class CredentialsPage : IDisposable
{
    public const string ShowName = "show";
    public const string PageName = PageFoot.PageName;
    public const string SizeName = PageFoot.SizeName;
    public const string AllValue = "all";
    private readonly LatestOnly latest = new();
    private MachineCredentialList? list;
    private DateTimeOffset readAt;
    private bool isForbidden;

    [Inject]
    public required MachineCredentialQueries Credentials { get; init; }

    [Inject]
    public required MachineCredentialActs Acts { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The reader's zone, for the day on which a credential ends.</summary>
    [CascadingParameter]
    public TimeZoneInfo? Zone { get; set; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = ShowName)]
    public string? AddressShow { get; set; }

    [SupplyParameterFromQuery(Name = PageName)]
    public string? AddressPage { get; set; }

    [SupplyParameterFromQuery(Name = SizeName)]
    public string? AddressSize { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private bool ShowsAll => Query.Text(ShowName) == AllValue;

    private int PageSize => PageSizeLinks.Of(Query.Number(SizeName));

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync() => latest.RunAsync(LoadAsync);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ManageMachineCredentials);

        // Before the circuit there is only the shape of the page: its rows would be thrown away a moment later.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        list = await Credentials.ListAsync(actor, new MachineCredentialFilter(ShowsAll, Query.Number(PageName) ?? 1, PageSize), cancellationToken);
        readAt = Clock.GetUtcNow();
    }

    private void Show(UrlQuery query) => Navigation.NavigateTo(query.ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });

    private Task CreateAsync() => ReloadAfterAsync(Acts.CreateAsync(Zone ?? TimeZoneInfo.Utc));

    private Task EditAsync(MachineCredentialRow credential) => ReloadAfterAsync(Acts.EditAsync(credential));

    private Task RotateAsync(MachineCredentialRow credential) => ReloadAfterAsync(Acts.RotateAsync(credential));

    private Task RevokeAsync(MachineCredentialRow credential) => ReloadAfterAsync(Acts.RevokeAsync(credential));

    // Also after an act that was given up: what a colleague changed meanwhile should show.
    private async Task ReloadAfterAsync(Task act)
    {
        await act;
        await latest.RunAsync(LoadAsync);
    }
}
