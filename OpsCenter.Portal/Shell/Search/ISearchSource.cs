namespace OpsCenter.Portal.Shell.Search;

/// <summary>Finds things of a kind for the reader of this circuit, and nothing the reader may not see.</summary>
public interface ISearchSource
{
    /// <summary>What matches a text; what can be offered without one when it is empty.</summary>
    Task<IReadOnlyList<SearchHit>> FindAsync(string text, CancellationToken cancellationToken);
}
