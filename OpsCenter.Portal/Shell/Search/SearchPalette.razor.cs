using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Shell.Search;

/// <summary>
/// The search behind Ctrl-K. A native dialog: the browser traps focus, closes on Esc and gives focus back. The script walks the results, so
/// keys are answered at once; this finds them.
/// </summary>
public sealed partial class SearchPalette : IDisposable
{
    private const int MaxPerGroup = 6;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);
    private readonly LatestOnly latest = new();
    private IReadOnlyList<SearchHit> hits = [];
    private string? problem;

    // The script waits for the results of what was typed last before it opens one.
    private string shownFor = "";

    [Inject]
    public required IEnumerable<ISearchSource> Sources { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private string Status => problem
        ?? (hits.Count > 0 ? "↑ ↓ to choose, Enter to open, Ctrl Enter for a new tab"
            : shownFor.Length > 0 ? $"Nothing found for “{shownFor}”. A job is found by its whole id." : "");

    public void Dispose() => latest.Dispose();

    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? FindAsync("") : Task.CompletedTask;

    private Task FindAsync(string? typed)
    {
        // No stored text holds NUL.
        var text = (typed ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();

        return latest.RunAsync(async cancellationToken =>
        {
            if (text.Length > 0)
                await Task.Delay(Pause, Clock, cancellationToken);

            var found = new List<SearchHit>();
            problem = await DatabaseFailure.AnswerAsync(async () =>
            {
                foreach (var source in Sources)
                    found.AddRange(await source.FindAsync(text, cancellationToken));

                return null;
            });
            cancellationToken.ThrowIfCancellationRequested();
            (hits, shownFor) = ([.. found.GroupBy(hit => hit.Group).SelectMany(group => group.Take(text.Length == 0 ? int.MaxValue : MaxPerGroup))], text);
        });
    }

    private static Task DoAsync(SearchHit hit) => hit.Act?.Invoke() ?? Task.CompletedTask;
}
