using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>One installation of the PostgreSQL server: its folder of programs and its major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The programs without which an installation is of no use to us.</summary>
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>The oldest version the portal works with.</summary>
    public const int OldestMajor = 15;

    /// <summary>The full path of a program.</summary>
    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>Looks whether a folder holds the server's programs, and asks them for their version. Null: it does not.</summary>
    public static async Task<PostgresBinaries?> InAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Needed.All(program => File.Exists(Path.Combine(folder, program))))
            return null;

        // A folder on PATH may hold links to the server's programs and none to the others of the same installation.
        var control = new FileInfo(Path.Combine(folder, "pg_ctl"));
        var installed = (control.ResolveLinkTarget(returnFinalTarget: true) ?? control).FullName;
        var version = await Command.RunAsync([installed, "--version"], "", cancellationToken);
        var match = VersionPattern().Match(version.Output);
        return match.Success
            ? new PostgresBinaries(Path.GetDirectoryName(installed) ?? folder, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    // "pg_ctl (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)", "pg_ctl (PostgreSQL) 18beta1"
    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionPattern();
}
