using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>What operators see first: the platform's figures, read again within a second of each change. The period stands in the address.</summary>
public sealed partial class OverviewPage : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly LatestOnly latest = new();
    private Task following = Task.CompletedTask;
    private Actor? reader;
    private PlatformOverview? overview;
    private DateTimeOffset? awaySince;
    private bool isForbidden;
    private bool canVerify;

    [Inject]
    public required OverviewQueries Overviews { get; init; }

    [Inject]
    public required LiveRefresh Live { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>A parameter, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = OverviewWords.PeriodName)]
    public string? AddressPeriod { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private OverviewPeriod Period => OverviewWords.PeriodOf(Query);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        latest.Dispose();
        await following;
        closing.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            following = FollowAsync();
        }
    }

    protected override Task OnParametersSetAsync()
    {
        reader = null;

        return ReadAsync();
    }

    private string HrefOf(OverviewPeriod period) => Query.With<OverviewPeriod>(OverviewWords.PeriodName, period).ToHref();

    private Task RetryAsync() => ReadAsync();

    private async Task FollowAsync()
    {
        try
        {
            await Live.RunAsync(LiveTopic.Usage, ReadAgainAsync, closing.Token);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private async Task<bool> ReadAgainAsync()
    {
        await InvokeAsync(async () =>
        {
            await ReadAsync();
            StateHasChanged();
        });

        return awaySince is null;
    }

    private async Task ReadAsync()
    {
        try
        {
            await latest.RunAsync(LoadAsync);
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            awaySince ??= Clock.GetUtcNow();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        // Asked when the reader does something, not when the page reads again: figures that move do not keep a session alive.
        reader ??= await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(reader, Permission.ViewAllJobs);
        canVerify = AccessPolicy.Allows(reader, Permission.VerifyRollups);

        // Before the circuit there is only the shape of the page: its figures would be thrown away a moment later.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        overview = await Overviews.GetAsync(reader, Period, cancellationToken);
        awaySince = null;
    }
}
