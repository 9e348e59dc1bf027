using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>How old the figures are. Ticks by itself, once a second, without the page being drawn again.</summary>
public sealed partial class UpdatedAgo : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private Task ticking = Task.CompletedTask;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Since when they could not be read again; null while they can.</summary>
    [Parameter]
    public DateTimeOffset? AwaySince { get; set; }

    private string Text => (int)(Clock.GetUtcNow() - ReadAt).TotalSeconds switch
    {
        < 1 => "Updated just now",
        < 60 and var seconds => $"Updated {seconds} s ago",
        var seconds => $"Updated {seconds / 60} min ago",
    };

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await ticking;
        closing.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            ticking = TickAsync();
        }
    }

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), Clock);

        try
        {
            while (await timer.WaitForNextTickAsync(closing.Token))
            {
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
