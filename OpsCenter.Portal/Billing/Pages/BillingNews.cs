using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Tells the page around it when something about billing changed; draws nothing.</summary>
public sealed class BillingNews : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private Task following = Task.CompletedTask;

    [Inject]
    public required LiveRefresh Live { get; init; }

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
            await Live.RunAsync(LiveTopic.Billing, TellAsync, closing.Token);
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
