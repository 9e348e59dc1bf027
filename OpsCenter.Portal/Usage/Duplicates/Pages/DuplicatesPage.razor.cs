using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Notices;

namespace OpsCenter.Portal.Usage.Duplicates.Pages;

/// <summary>Jobs that may have been charged twice; one click gives the money back. The state stands in the address.</summary>
public sealed partial class DuplicatesPage : IDisposable
{
    public const string StateName = "state";
    private readonly LatestOnly latest = new();
    private readonly CancellationTokenSource closing = new();
    private readonly HashSet<Guid> busy = [];
    private ImmutableArray<LikelyDuplicate> list;
    private bool isForbidden;
    private bool mayGive;

    [Inject]
    public required DuplicateQueries Duplicates { get; init; }

    [Inject]
    public required ResolveDuplicate Resolve { get; init; }

    [Inject]
    public required NoticeBoard Notices { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>A parameter, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = StateName)]
    public string? AddressState { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private DuplicateState State => Query.Choice<DuplicateState>(StateName) ?? DuplicateState.Open;

    private bool CanDecide => mayGive && State is DuplicateState.Open;

    public void Dispose()
    {
        latest.Dispose();
        closing.Cancel();
        closing.Dispose();
    }

    protected override Task OnParametersSetAsync() => latest.RunAsync(LoadAsync);

    private static string Text(DuplicateState state) => state switch
    {
        DuplicateState.Open => "Not decided yet",
        DuplicateState.Credited => "Given back",
        DuplicateState.Dismissed => "Let stand",
    };

    private void Show(ChangeEventArgs change) => Navigation.NavigateTo(
        Query.With(StateName, (change.Value as string)?.ToLowerInvariant()).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewAllJobs);
        mayGive = AccessPolicy.Allows(actor, Permission.GiveCredits);

        // Before the circuit there is only the shape of the page.
        if (!isForbidden && RendererInfo.IsInteractive)
            list = await Duplicates.ListAsync(actor, State, cancellationToken);
    }

    private Task CreditAsync(LikelyDuplicate duplicate) => DecideAsync(
        duplicate, $"{MoneyFormat.Exact(duplicate.Total)} given back to {duplicate.CustomerName}", actor => Resolve.CreditAsync(actor, duplicate, closing.Token));

    private Task DismissAsync(LikelyDuplicate duplicate) => DecideAsync(duplicate, "Job let stand", async actor =>
    {
        await Resolve.DismissAsync(actor, duplicate, closing.Token);

        return null;
    });

    private async Task DecideAsync(LikelyDuplicate duplicate, string done, Func<Actor, Task<string?>> act)
    {
        if (!busy.Add(duplicate.EventId))
            return;

        var problem = await DatabaseFailure.AnswerAsync(async () =>
        {
            var refusal = await act(await Current.GetAsync(closing.Token));
            await Notices.RefreshAsync(closing.Token);

            return refusal;
        });
        busy.Remove(duplicate.EventId);
        Snackbar.Add(problem ?? done, problem is null ? Severity.Success : Severity.Error);
        await latest.RunAsync(LoadAsync);
    }
}
