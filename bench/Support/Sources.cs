using System.Diagnostics;

namespace OpsCenter.Bench;

/// <summary>The tree this benchmark belongs to, and the portal published from it.</summary>
public static class Sources
{
    private const string Solution = "OpsCenter.Portal.sln";

    /// <summary>Publishes the portal in Release, as run.sh does, and returns the path of its program.</summary>
    public static async Task<string> PublishPortalAsync(string folder)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            ["publish", "OpsCenter.Portal", "--configuration", "Release", "--output", folder, "--nologo", "--verbosity", "quiet", "-p:UseSharedCompilation=false"])
        {
            WorkingDirectory = Root(),
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var publish = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(folder, "OpsCenter.Portal.dll") : throw new InvalidOperationException("The portal was not published.");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        throw new InvalidOperationException($"Run this inside the folder that holds {Solution}.");
    }
}
