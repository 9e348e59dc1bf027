using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.ProviderKeys.Pages;

/// <summary>A customer's own keys at model providers. A key is typed once and never shown again.</summary>
public sealed partial class ProviderKeysPage
{
    private ProviderKeyList? list;
    private bool hasFailed;
    private bool isBusy;
    private bool mayManage;
    private string? problem;

    [Inject]
    public required ProviderKeyQueries Keys { get; init; }

    [Inject]
    public required ProviderKeyActs Acts { get; init; }

    /// <inheritdoc />
    public override Permission OwnPermission => Permission.ViewOwnProviderKeys;

    /// <inheritdoc />
    public override Permission AnyPermission => Permission.ViewProviderKeys;

    private bool MayChange => !IsOperatorView && mayManage;

    private bool CanAdd => MayChange && list is { PlanAllows: true } && list.Missing.Any();

    private string PlanHref => IsOperatorView ? PortalUrls.OfCustomer(PortalUrls.CustomersPlan, OrganizationId) : PortalUrls.CustomersPlan;

    private string EmptyText => (IsOperatorView, list) switch
    {
        (true, _) => "This customer uses no keys of its own.",
        (_, { PlanAllows: false }) => "Your plan does not include own keys. With a plan that does, models run on your account at the provider, and no model fee is charged.",
        (_, { Providers.Count: 0 }) => "No model on the rate card runs on customers' own keys at the moment.",
        _ when !mayManage => "Owners and admins of your organisation can add keys.",
        _ => "Add a key of yours, and models of its provider run on your account there: no model fee is charged here.",
    };

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            mayManage = AccessPolicy.Allows(actor, Permission.ManageOwnProviderKeys);
            list = await Keys.ListAsync(actor, OrganizationId, cancellationToken);
            hasFailed = false;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            hasFailed = true;
        }
    }

    private Task AddAsync() => ReloadAfterAsync(Acts.AddAsync(OrganizationId, [.. list?.Missing ?? []]));

    private async Task TestAsync(ProviderKey key)
    {
        isBusy = true;
        problem = await Acts.TestAsync(OrganizationId, key);
        isBusy = false;
        await ReloadAsync();
    }

    // Also after an act that was given up: what a colleague changed meanwhile should show.
    private async Task ReloadAfterAsync(Task act)
    {
        problem = null;
        await act;
        await ReloadAsync();
    }
}
