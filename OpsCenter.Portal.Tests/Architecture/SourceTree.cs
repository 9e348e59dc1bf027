namespace OpsCenter.Portal.Tests.Architecture;

/// <summary>The files we write ourselves: what the build makes and what EF Core generates is left out.</summary>
internal static class SourceTree
{
    private const string Solution = "OpsCenter.Portal.sln";
    private const string Migrations = "OpsCenter.Portal/Data/Migrations";

    private static readonly string[] Projects = ["OpsCenter.Brigade", "OpsCenter.Domain", "OpsCenter.Portal", "OpsCenter.Portal.Tests"];
    private static readonly string[] Endings = [".cs", ".razor", ".css", ".js", ".sql"];
    private static readonly string[] BuildFolders = ["bin", "obj"];
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    /// <summary>Code, markup, styles, scripts and SQL of all projects.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = [.. Projects.SelectMany(FilesIn)];

    /// <summary>Files of the portal itself.</summary>
    public static IEnumerable<SourceFile> Portal => Files.Where(file => file.Folders[0] == "OpsCenter.Portal");

    /// <summary>The text of a file at the root.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Where a file at the root is.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static IEnumerable<SourceFile> FilesIn(string project) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where Endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))
        where !path.StartsWith(Migrations, StringComparison.Ordinal) && !path.Split('/').Intersect(BuildFolders).Any()
        orderby path
        select new SourceFile(path, File.ReadAllText(file));

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {start} holds {Solution}: these tests read the sources.");
    }
}
