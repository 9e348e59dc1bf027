namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>The folders in which the system looks for programs: the variable PATH.</summary>
internal static class SearchPath
{
    public static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    public static bool Contains(string program) => Folders.Any(folder => File.Exists(Path.Combine(folder, program)));
}
