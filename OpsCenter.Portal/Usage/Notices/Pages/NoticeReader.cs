using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Usage.Notices.Pages;

/// <summary>A component that shows notices as they are now, until it is taken away.</summary>
public abstract class NoticeReader : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private Task following = Task.CompletedTask;

    /// <summary>The notices of this instance.</summary>
    [Inject]
    public required NoticeBoard Board { get; init; }

    /// <summary>Says when they are others.</summary>
    [Inject]
    public required LiveRefresh Live { get; init; }

    /// <summary>What there is to look at.</summary>
    protected ImmutableArray<Notice> Notices { get; private set; } = [];

    /// <summary>The end of the component.</summary>
    protected CancellationToken Closing => closing.Token;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await following;
        closing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Shows them to a reader who may see all jobs, and follows them.</summary>
    protected void Follow(Actor reader)
    {
        Notices = Board.For(reader);

        if (RendererInfo.IsInteractive)
        {
            following = FollowAsync(reader);
        }
    }

    private async Task FollowAsync(Actor reader)
    {
        try
        {
            await Live.RunAsync(LiveTopic.Notices, () => ReadAsync(reader), closing.Token);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task<bool> ReadAsync(Actor reader)
    {
        await InvokeAsync(() =>
        {
            Notices = Board.For(reader);
            StateHasChanged();
        });

        return true;
    }
}
