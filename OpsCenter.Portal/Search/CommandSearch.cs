using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit.Pages;
using OpsCenter.Portal.Organizations.Pages;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Search;
using OpsCenter.Portal.Usage.Rollups.Pages;

namespace OpsCenter.Portal.Search;

/// <summary>Finds what the reader may do from anywhere.</summary>
internal sealed class CommandSearch(CurrentActor current, IDialogService dialogs, CustomerActs customers) : ISearchSource
{
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var actor = await current.GetAsync(cancellationToken);

        return
        [
            .. All().Where(command => AccessPolicy.Allows(actor, command.Needed) && command.Hit.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
                .Select(command => command.Hit),
        ];
    }

    private IEnumerable<(Permission Needed, SearchHit Hit)> All()
    {
        yield return (Permission.ManageCustomers, new SearchHit(SearchGroup.Commands, "New customer") { Act = customers.CreateAsync });
        yield return (Permission.EditRateCard, new SearchHit(SearchGroup.Commands, "Edit and publish prices", "rate card") { Href = PortalUrls.RateCard });
        yield return (Permission.VerifyRollups, new SearchHit(SearchGroup.Commands, "Verify roll-ups") { Act = () => VerifyRollupsDialog.ShowAsync(dialogs) });
        yield return (Permission.ViewAudit, new SearchHit(SearchGroup.Commands, "Verify the audit trail") { Act = () => VerifyAuditDialog.ShowAsync(dialogs) });
    }
}
