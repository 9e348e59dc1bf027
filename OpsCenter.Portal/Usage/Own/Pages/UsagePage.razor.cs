using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>What a customer used. Period and breakdown stand in the address.</summary>
public sealed partial class UsagePage
{
    private bool isReady;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = OwnUsageAddress.PeriodName)]
    public string? AddressPeriod { get; set; }

    [SupplyParameterFromQuery(Name = OwnUsageAddress.DimensionName)]
    public string? AddressDimension { get; set; }

    /// <inheritdoc />
    public override Permission OwnPermission => Permission.ViewOwnJobs;

    private OwnUsageAddress Address => new(UrlQuery.Of(Navigation.Uri));

    private UrlQuery FileQuery => Address.Query.With(OwnUsageAddress.CustomerName, CustomerId);

    /// <inheritdoc />
    protected override Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        isReady = true;

        return Task.CompletedTask;
    }
}
