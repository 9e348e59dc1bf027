namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>
/// Finds the server's programs: where <c>OPSCENTER_PG_BIN</c> says and nowhere else, or on PATH and where Debian, Red Hat and Homebrew
/// put them. A new cluster gets the highest version; an existing one needs the version that made it.
/// </summary>
internal sealed class PostgresBinariesFinder(string? chosenFolder, IReadOnlyList<string> searched)
{
    private static readonly (string Parent, string Pattern)[] UsualPlaces =
    [
        ("/usr/lib/postgresql", "*"),
        ("/usr", "pgsql-*"),
        ("/opt/homebrew/opt", "postgresql@*"),
        ("/usr/local/opt", "postgresql@*"),
        ("/home/linuxbrew/.linuxbrew/opt", "postgresql@*"),
    ];

    /// <summary>A finder for this machine.</summary>
    public static PostgresBinariesFinder ForThisMachine(string? chosenFolder) => new(chosenFolder, [.. SearchPath.Folders, .. UsualFolders()]);

    /// <summary>The programs for a new cluster (<paramref name="clusterMajor"/> null) or for an existing one of that major version.</summary>
    /// <exception cref="HostingException">None fits; the message says what to install.</exception>
    public async Task<PostgresBinaries> FindAsync(int? clusterMajor, CancellationToken cancellationToken)
    {
        var found = await AllAsync(cancellationToken);
        return found.Where(binaries => clusterMajor is { } major ? binaries.Major == major : binaries.Major >= PostgresBinaries.OldestMajor)
            .MaxBy(binaries => binaries.Major) ?? throw new HostingException(Explain(found, clusterMajor));
    }

    private async Task<List<PostgresBinaries>> AllAsync(CancellationToken cancellationToken)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in chosenFolder is null ? searched.Distinct() : [chosenFolder])
        {
            if (await PostgresBinaries.InAsync(folder, cancellationToken) is { } binaries)
                found.Add(binaries);
        }

        return found;
    }

    private string Explain(List<PostgresBinaries> found, int? clusterMajor)
    {
        var seen = (found.Count, chosenFolder) switch
        {
            (0, null) => "No PostgreSQL server programs were found",
            (0, _) => $"OPSCENTER_PG_BIN names {chosenFolder}, where there is no initdb and pg_ctl",
            _ => "Only " + string.Join(", ", found.Select(binaries => $"PostgreSQL {binaries.Major} in {binaries.Folder}").Distinct()) + " was found",
        };
        return clusterMajor is { } major
            ? $"The embedded database was made by PostgreSQL {major} and can only be opened by it. {seen}. Install PostgreSQL {major} beside " +
              "it; to move to another version, take a backup with the old one, set the data folder aside, and restore the backup with the new one."
            : $"{seen}; the portal needs version {PostgresBinaries.OldestMajor} or later. Install it (Debian, Ubuntu: apt-get install postgresql; " +
              "macOS: brew install postgresql@17), set OPSCENTER_PG_BIN to its folder of programs, or set ConnectionStrings__OpsCenter to " +
              "a PostgreSQL that runs already.";
    }

    private static IEnumerable<string> UsualFolders() =>
        from place in UsualPlaces
        where Directory.Exists(place.Parent)
        from folder in Directory.EnumerateDirectories(place.Parent, place.Pattern)
        select Path.Combine(folder, "bin");
}
