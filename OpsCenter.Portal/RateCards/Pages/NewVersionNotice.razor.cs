using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>
/// Says, in whatever instance it happened, that somebody published a newer version than the one on the page. The page itself stays as it is
/// until the reader asks: nobody's cell shall move while they type into it.
/// </summary>
public sealed partial class NewVersionNotice : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private Task following = Task.CompletedTask;
    private RateCardVersionView? newest;

    [Inject]
    public required LiveRefresh Live { get; init; }

    [Inject]
    public required RateCardQueries Queries { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    /// <summary>The newest version that the page knows of.</summary>
    [Parameter, EditorRequired]
    public int KnownVersion { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnShow { get; set; }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
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

    private async Task FollowAsync()
    {
        try
        {
            var actor = await Current.GetAsync(closing.Token);
            await Live.RunAsync(LiveTopic.RateCard, () => ReadAsync(actor), closing.Token);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }

        async Task<bool> ReadAsync(Actor actor)
        {
            try
            {
                newest = (await Queries.VersionsAsync(actor, before: null, take: 1, closing.Token)).Single();
                await InvokeAsync(StateHasChanged);

                return true;
            }
            catch (Exception exception) when (DatabaseFailure.IsAway(exception))
            {
                return false;
            }
        }
    }
}
