using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Margin.Pages;

/// <summary>What is left, per route, agent, customer or tool, read again within a second of each change. Everything chosen stands in the address.</summary>
public sealed partial class MarginPage
{
    private MarginReport? report;
    private bool isForbidden;

    [Inject]
    public required MarginQueries Margins { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = MarginAddress.PeriodName)]
    public string? AddressPeriod { get; set; }

    [SupplyParameterFromQuery(Name = MarginAddress.ByName)]
    public string? AddressBy { get; set; }

    [SupplyParameterFromQuery(Name = MarginAddress.SearchName)]
    public string? AddressSearch { get; set; }

    [SupplyParameterFromQuery(Name = MarginAddress.SortName)]
    public string? AddressSort { get; set; }

    [SupplyParameterFromQuery(Name = MarginAddress.OrderName)]
    public string? AddressOrder { get; set; }

    private MarginAddress Address => new(UrlQuery.Of(Navigation.Uri));

    private IEnumerable<SegmentLink> Dimensions => Enum.GetValues<MarginDimension>()
        .Select(dimension => new SegmentLink(MarginWords.Plural(dimension), Address.HrefBy(dimension), dimension == Address.By));

    private void Search(string? text) => Navigation.NavigateTo(
        Address.Query.With(MarginAddress.SearchName, text).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewAllJobs);

        if (!isForbidden && RendererInfo.IsInteractive)
            report = await Margins.GetAsync(actor, Address.By, Address.Period, cancellationToken);
    }
}
