using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>The figures of a period, of all customers or of one, read again within a second of each change.</summary>
public sealed partial class OverviewPanel : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly LatestOnly latest = new();
    private Task following = Task.CompletedTask;
    private Actor? reader;
    private PlatformOverview? overview;
    private DateTimeOffset? awaySince;

    [Inject]
    public required OverviewQueries Overviews { get; init; }

    [Inject]
    public required LiveRefresh Live { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public OverviewPeriod Period { get; set; }

    /// <summary>Whose figures; null for all customers'.</summary>
    [Parameter]
    public Guid? CustomerId { get; set; }

    /// <summary>What to show when there never was a job.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    // One customer's figures by customer say nothing.
    private IEnumerable<OverviewDimension> Dimensions =>
        Enum.GetValues<OverviewDimension>().Where(dimension => CustomerId is null || dimension is not OverviewDimension.Customer);

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
        // Before the circuit there is only the shape of the page: its figures would be thrown away a moment later.
        if (!RendererInfo.IsInteractive)
            return;

        // Asked when the reader does something, not when the page reads again: figures that move do not keep a session alive.
        reader ??= await Current.GetAsync(cancellationToken);
        overview = await Overviews.GetAsync(reader, Period, CustomerId, cancellationToken);
        awaySince = null;
    }
}
