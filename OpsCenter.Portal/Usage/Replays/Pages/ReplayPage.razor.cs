using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Replays.Pages;

/// <summary>What a draft or a version would have made of real jobs, and for a version what has become of the prediction.</summary>
public sealed partial class ReplayPage : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly LatestOnly latest = new();
    private IReadOnlyDictionary<Guid, string> names = ImmutableDictionary<Guid, string>.Empty;
    private CancellationTokenSource? running;
    private ReplayProgress? progress;
    private ReplayCard? card;
    private ReplayComparison? comparison;
    private ReplayView? replay;
    private string? unreadable;
    private string? problem;
    private bool hasNoJobs;
    private bool isForbidden;
    private bool isAway;
    private bool canRun;

    [Inject]
    public required RunReplay Replays { get; init; }

    [Inject]
    public required ReplayCards Cards { get; init; }

    [Inject]
    public required ReplayQueries Queries { get; init; }

    [Inject]
    public required CustomerQueries Customers { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>What decides which replay is shown are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = PortalUrls.RateCardVersionParameter)]
    public string? AddressVersion { get; set; }

    [SupplyParameterFromQuery(Name = ReplayAddress.PeriodName)]
    public string? AddressPeriod { get; set; }

    [SupplyParameterFromQuery(Name = ReplayAddress.FromName)]
    public string? AddressFrom { get; set; }

    [SupplyParameterFromQuery(Name = ReplayAddress.ToName)]
    public string? AddressTo { get; set; }

    [SupplyParameterFromQuery(Name = ReplayAddress.ByName)]
    public string? AddressBy { get; set; }

    [SupplyParameterFromQuery(Name = ReplayAddress.SearchName)]
    public string? AddressSearch { get; set; }

    [SupplyParameterFromQuery(Name = ReplayAddress.SortName)]
    public string? AddressSort { get; set; }

    [SupplyParameterFromQuery(Name = ReplayAddress.OrderName)]
    public string? AddressOrder { get; set; }

    private ReplayAddress Address => new(UrlQuery.Of(Navigation.Uri));

    private (DateTimeOffset From, DateTimeOffset Until)? Span => Address.SpanAt(Clock.GetUtcNow());

    private bool IsRunning => running is not null;

    private string Title => Address.Version is { } version ? $"Replay of version {version}" : "Replay of your draft";

    private string NotYet => Span is null
        ? "Give the first and the last day of the period."
        : "Choose Replay to price its jobs again. A million jobs take a few seconds.";

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        latest.Dispose();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private Task RetryAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        try
        {
            await latest.RunAsync(LoadAsync);
            isAway = false;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            isAway = true;
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (actor, address) = (await Current.GetAsync(cancellationToken), Address);
        var canRead = AccessPolicy.Allows(actor, Permission.ViewRateCard) && AccessPolicy.Allows(actor, Permission.ViewAllJobs);
        canRun = canRead && AccessPolicy.Allows(actor, Permission.EditRateCard);
        isForbidden = !canRead || (address.Version is null && !canRun);

        // Before the circuit there is only the shape of the page.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        var outcome = await Cards.FindAsync(actor, address.Version, cancellationToken);
        (card, unreadable) = ((outcome as ReplayCardOutcome.Found)?.Card, (outcome as ReplayCardOutcome.Unreadable)?.Explanation);
        comparison = address.Version is { } version ? await Queries.CompareAsync(actor, version, cancellationToken) : null;
        var kept = card is not null && Span is { } span ? await Queries.ForContentAsync(actor, card.Content, span.From, span.Until, cancellationToken) : null;
        await ShowAsync(actor, kept, cancellationToken);
        (problem, hasNoJobs) = (null, false);
    }

    private async Task RunAsync()
    {
        if (running is not null || Span is not { } span)
            return;

        using var own = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        (running, progress, problem, hasNoJobs) = (own, null, null, false);
        var input = new RunReplayInput(Address.Version, span.From, span.Until);

        try
        {
            problem = await DatabaseFailure.AnswerAsync(() => RunAsync(input, own.Token));
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested)
        {
            // The reader stopped it, or left.
        }
        finally
        {
            running = null;
        }
    }

    private async Task<string?> RunAsync(RunReplayInput input, CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        var outcome = await Replays.HandleAsync(actor, input, new Progress<ReplayProgress>(Show), cancellationToken);
        await ShowAsync(actor, (outcome as ReplayOutcome.Done)?.Replay, cancellationToken);
        hasNoJobs = outcome is ReplayOutcome.NothingToReplay;

        return (outcome as ReplayOutcome.Refused)?.Explanation;
    }

    private async Task ShowAsync(Actor actor, ReplayView? shown, CancellationToken cancellationToken)
    {
        var ids = shown?.Result.By(ReplayDimension.Customer).Select(customer => customer.Name).OfType<string>().Select(Guid.Parse).ToArray() ?? [];
        names = ids.Length == 0 ? ImmutableDictionary<Guid, string>.Empty : await Customers.NamesAsync(actor, ids, cancellationToken);
        replay = shown;
    }

    private void Show(ReplayProgress made)
    {
        progress = made;
        StateHasChanged();
    }

    private void Cancel() => running?.Cancel();
}
