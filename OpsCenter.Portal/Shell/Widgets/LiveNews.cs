using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Tells the page around it when a topic changed; draws nothing.</summary>
public sealed class LiveNews : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private Task following = Task.CompletedTask;

    [Inject]
    public required LiveRefresh Live { get; init; }

    [Parameter, EditorRequired]
    public LiveTopic Topic { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await following;
        closing.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            following = FollowAsync();
    }

    private async Task FollowAsync()
    {
        try
        {
            await Live.RunAsync(Topic, TellAsync, closing.Token);
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

    private async Task<bool> TellAsync()
    {
        await InvokeAsync(OnChanged.InvokeAsync);

        return true;
    }
}
