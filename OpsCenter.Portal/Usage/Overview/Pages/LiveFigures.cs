using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>
/// Figures over jobs that are read again within a second of each change. While the database is away the last ones stay, with the moment since
/// when they are old.
/// </summary>
public abstract class LiveFigures : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly LatestOnly latest = new();
    private Task following = Task.CompletedTask;
    private Actor? reader;

    /// <summary>Says when something changed.</summary>
    [Inject]
    public required LiveRefresh Live { get; init; }

    /// <summary>Who reads.</summary>
    [Inject]
    public required CurrentActor Current { get; init; }

    /// <summary>Tells since when figures are old.</summary>
    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>Since when they could not be read again; null while they can.</summary>
    protected DateTimeOffset? AwaySince { get; private set; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        latest.Dispose();
        await following;
        closing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            following = FollowAsync();
        }
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        reader = null;

        return ReadAsync();
    }

    /// <summary>Reads the figures; checks what the reader may see. Before the circuit there is only the shape of the page.</summary>
    protected abstract Task LoadAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>Reads once more.</summary>
    protected async Task ReadAsync()
    {
        try
        {
            await latest.RunAsync(LoadAsync);
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            AwaySince ??= Clock.GetUtcNow();
        }
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

        return AwaySince is null;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        // Asked when the reader does something, not when the page reads again: figures that move do not keep a session alive.
        reader ??= await Current.GetAsync(cancellationToken);
        await LoadAsync(reader, cancellationToken);
        AwaySince = null;
    }
}
