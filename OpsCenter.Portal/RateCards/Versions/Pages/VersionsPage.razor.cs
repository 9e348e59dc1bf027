using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.RateCards.Versions.Pages;

/// <summary>The history of the rate card.</summary>
public sealed partial class VersionsPage : IDisposable
{
    public const string BelowName = "below";
    private readonly LatestOnly latest = new();
    private VersionList? list;
    private bool isForbidden;

    [Inject]
    public required VersionQueries Versions { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Makes a change of the address a change of the page.</summary>
    [SupplyParameterFromQuery(Name = BelowName)]
    public string? AddressBelow { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private int? Below => Query.Number(BelowName);

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync() => latest.RunAsync(LoadAsync);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewRateCard);

        // Before the circuit there is only the shape of the page.
        if (!isForbidden && RendererInfo.IsInteractive)
            list = await Versions.ListAsync(actor, Below, cancellationToken);
    }
}
