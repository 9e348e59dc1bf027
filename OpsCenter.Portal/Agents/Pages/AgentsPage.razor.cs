using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Agents.Pages;

/// <summary>The list of agents. Search, status, sort and page stand in the address.</summary>
public sealed partial class AgentsPage : IDisposable
{
    private readonly LatestOnly latest = new();
    private AgentList? list;
    private bool isForbidden;
    private bool canEdit;
    private bool hasFailed;

    [Inject]
    public required AgentQueries Agents { get; init; }

    [Inject]
    public required AgentActs Acts { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = AgentAddress.Search)]
    public string? AddressSearch { get; set; }

    [SupplyParameterFromQuery(Name = AgentAddress.State)]
    public string? AddressState { get; set; }

    [SupplyParameterFromQuery(Name = AgentAddress.Sort)]
    public string? AddressSort { get; set; }

    [SupplyParameterFromQuery(Name = AgentAddress.Page)]
    public string? AddressPage { get; set; }

    [SupplyParameterFromQuery(Name = AgentAddress.Size)]
    public string? AddressSize { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private AgentFilter Filter => AgentAddress.PageOf(Query);

    private AgentState? State => Filter.State;

    private bool IsFiltered => Query.HasAny(AgentAddress.Search, AgentAddress.State);

    private string Cleared => Query.Without(AgentAddress.Search, AgentAddress.State, AgentAddress.Page).ToHref();

    /// <inheritdoc />
    public void Dispose() => latest.Dispose();

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => latest.RunAsync(LoadAsync);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewRateCard) || !AccessPolicy.Allows(actor, Permission.ViewAllJobs);
        canEdit = AccessPolicy.Allows(actor, Permission.EditRateCard);

        // Before the circuit there is only the shape of the page.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        try
        {
            list = await Agents.ListAsync(actor, Filter, cancellationToken);
            hasFailed = false;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            hasFailed = true;
        }
    }

    private UrlQuery Change(string name, string? value) => Query.With(name, value).Without(AgentAddress.Page);

    private void Show(UrlQuery query) => Navigation.NavigateTo(query.ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });

    private Task CreateAsync() => ReloadAfterAsync(Acts.CreateAsync());

    // Also after an act that was given up: what a colleague changed meanwhile should show.
    private async Task ReloadAfterAsync(Task act)
    {
        await act;
        await latest.RunAsync(LoadAsync);
    }
}
