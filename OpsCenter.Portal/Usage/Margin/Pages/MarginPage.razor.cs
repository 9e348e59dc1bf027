using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Margin.Pages;

/// <summary>What is left, per route, agent, customer or tool, read again within a second of each change. Everything chosen stands in the address.</summary>
public sealed partial class MarginPage : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly LatestOnly latest = new();
    private Task following = Task.CompletedTask;
    private Actor? reader;
    private MarginReport? report;
    private DateTimeOffset? awaySince;
    private bool isForbidden;

    [Inject]
    public required MarginQueries Margins { get; init; }

    [Inject]
    public required LiveRefresh Live { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = MarginAddress.PeriodName)]
    public string? AddressPeriod { get; set; }

    [SupplyParameterFromQuery(Name = MarginAddress.ByName)]
    public string? AddressBy { get; set; }

    [SupplyParameterFromQuery(Name = MarginAddress.SearchName)]
    public string? AddressSearch { get; set; }

    [SupplyParameterFromQuery(Name = MarginAddress.SortName)]
    public string? AddressSort { get; set; }

    [SupplyParameterFromQuery(Name = MarginAddress.OrderName)]
    public string? AddressOrder { get; set; }

    private MarginAddress Address => new(UrlQuery.Of(Navigation.Uri));

    private IEnumerable<SegmentLink> Dimensions => Enum.GetValues<MarginDimension>()
        .Select(dimension => new SegmentLink(MarginWords.Plural(dimension), Address.HrefBy(dimension), dimension == Address.By));

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
            following = FollowAsync();
    }

    protected override Task OnParametersSetAsync()
    {
        reader = null;

        return ReadAsync();
    }

    private Task RetryAsync() => ReadAsync();

    private void Search(string? text) => Navigation.NavigateTo(
        Address.Query.With(MarginAddress.SearchName, text).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });

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

        // Before the circuit there is only the shape of the page: its figures would be thrown away a moment later.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        report = await Margins.GetAsync(reader, Address.By, Address.Period, cancellationToken);
        awaySince = null;
    }
}
