namespace OpsCenter.Portal.Shell.Search;

/// <summary>Something that was found: a place to go to, or something to do.</summary>
/// <param name="Group">The part of the list it stands in.</param>
/// <param name="Title">What is read first, and what text is sought in.</param>
/// <param name="Detail">What tells it from others; null when the title does.</param>
public sealed record SearchHit(SearchGroup Group, string Title, string? Detail = null)
{
    /// <summary>Where it leads; null for something to do.</summary>
    public string? Href { get; init; }

    /// <summary>What it does on the server.</summary>
    public Func<Task>? Act { get; init; }

    /// <summary>What it does in the browser: a name that the script of the search knows.</summary>
    public string? Script { get; init; }
}
