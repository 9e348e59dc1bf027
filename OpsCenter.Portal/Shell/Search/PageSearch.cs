using Microsoft.AspNetCore.Components.Authorization;
using OpsCenter.Portal.Shell.Navigation;

namespace OpsCenter.Portal.Shell.Search;

/// <summary>Finds the pages of the reader's rail, and what the frame itself can do.</summary>
internal sealed class PageSearch(AuthenticationStateProvider authentication) : ISearchSource
{
    private static readonly SearchHit[] Commands =
    [
        new(SearchGroup.Commands, "Switch theme", "light or dark") { Script = "theme" },
        new(SearchGroup.Commands, "Keyboard shortcuts", "?") { Script = "keys" },
    ];

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var items = NavigationCatalog.For(Viewer.From((await authentication.GetAuthenticationStateAsync()).User));
        var pages = items.Select(item => new SearchHit(SearchGroup.Pages, item.Title, NavigationCatalog.TitleOf(item.Group)) { Href = item.Href });

        return [.. pages.Concat(Commands).Where(hit => hit.Title.Contains(text, StringComparison.OrdinalIgnoreCase))];
    }
}
