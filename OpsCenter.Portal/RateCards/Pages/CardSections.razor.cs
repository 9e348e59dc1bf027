using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using MudBlazor;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards.Yaml;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The three tables of the card with what is done to them: adding, pasting, editing many, undo and redo.</summary>
public sealed partial class CardSections : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private DotNetObjectReference<CardSections>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? listener;
    private ElementReference cards;
    private RowMarks marks = RowMarks.None;
    private bool listens;
    private bool? showsCache;

    [Inject]
    public required IOptions<RateCardOptions> Options { get; init; }

    [Inject]
    public required RecentUseQueries RecentUse { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <summary>The open card.</summary>
    [Parameter, EditorRequired]
    public required RateCardSession Session { get; set; }

    /// <summary>The unit in which rates are shown and typed.</summary>
    [Parameter, EditorRequired]
    public PriceUnit Unit { get; set; }

    /// <summary>Whether an act of the page is under way.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback OnDiscard { get; set; }

    [Parameter]
    public EventCallback OnReview { get; set; }

    private RateCardEditor Editor => Session.Editor!; // drawn only with an open card

    private bool ShowsCache => showsCache ?? Editor.In(RateCardSection.Routes).Any(HasCacheCost);

    /// <summary>Takes the last step back.</summary>
    [JSInvokable]
    public void Undo() => Editor.Undo();

    /// <summary>Does again what was taken back last.</summary>
    [JSInvokable]
    public void Redo() => Editor.Redo();

    /// <summary>Fills a block into the fields to the right of and below a cell.</summary>
    /// <param name="section">The cell's table.</param>
    /// <param name="row">The cell's row.</param>
    /// <param name="column">The cell's column.</param>
    /// <param name="block">What was pasted. A stream, because a message of that length would end the circuit.</param>
    [JSInvokable]
    public async Task PasteAsync(string section, string row, string column, IJSStreamReference block)
    {
        if (block.Length > ImportLimits.MaxBytes)
        {
            Snackbar.Add("Nothing was pasted: the block is larger than 1 MiB.", Severity.Error);
            return;
        }

        await using var stream = await block.OpenReadStreamAsync(ImportLimits.MaxBytes, closing.Token);
        var (text, problem) = await ImportLimits.ReadAsync(stream, closing.Token);
        var key = new RateCardRowKey(Enum.Parse<RateCardSection>(section), row);
        var (cells, refusal) = text is null ? ([], problem) : PastedBlock.Fit(
            text,
            [.. Editor.In(key.Section).Where(l => !l.IsDeleted && l.Key >= key)],
            [.. CardColumns.Of(key.Section, ShowsCache).SkipWhile(c => c.Name != column)],
            Unit);

        if (refusal is not null)
        {
            Snackbar.Add(refusal, Severity.Error);
        }
        else
        {
            Editor.Change($"the pasted {Words.Count(cells.Length, "cell")}", cells);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        closing.Dispose();

        try
        {
            if (listener is not null)
            {
                await listener.InvokeVoidAsync("leave");
                await listener.DisposeAsync();
            }

            await (module?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone or going, and with it the module.
        }

        self?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        marks = new RowMarks(Options.Value.Floor, null);

        if (RendererInfo.IsInteractive)
        {
            try
            {
                marks = marks with { Use = await RecentUse.GetAsync(await Current.GetAsync(closing.Token), closing.Token) };
            }
            catch (Exception exception) when (DatabaseFailure.IsAway(exception))
            {
                // Then nothing is said about use; prices can be edited all the same.
            }
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Editor.CanEdit && !listens)
        {
            listens = true;
            self = DotNetObjectReference.Create(this);
            module = await Script.InvokeAsync<IJSObjectReference>("import", closing.Token, "./RateCards/Pages/CardSections.razor.js");
            listener = await module.InvokeAsync<IJSObjectReference>("listen", closing.Token, cards, self);
            await AddAskedForAsync();
        }
    }

    private static bool HasCacheCost(CardLine line) =>
        line.Row[RateCardColumns.CachedInputCost].Length > 0 || line.Row[RateCardColumns.CacheWriteCost].Length > 0;

    private void ShowCache(bool show) => showsCache = show;

    private async Task AddAsync(RateCardRow start)
    {
        if (await AddRowDialog.ShowAsync(Dialogs, Editor, start) is { } row)
        {
            Editor.Add(row);
        }
    }

    // A link from a held job asks for the row that it lacks. Asked once: going back or loading again does not ask again.
    private async Task AddAskedForAsync()
    {
        var query = UrlQuery.Of(Navigation.Uri);

        if (NewRow.AskedFor(Editor, query.Text(PortalUrls.RateCardAddParameter), query.Text(PortalUrls.RateCardNameParameter)) is not { } row)
        {
            return;
        }

        Navigation.NavigateTo(
            query.Without(PortalUrls.RateCardAddParameter, PortalUrls.RateCardNameParameter).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });

        if (Editor.Has(row.Key))
        {
            Snackbar.Add($"{row.Key} is on the card or in your draft already");
        }
        else
        {
            await AddAsync(row);
            StateHasChanged();
        }
    }
}
