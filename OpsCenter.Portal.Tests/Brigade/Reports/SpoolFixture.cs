using Microsoft.Extensions.Logging.Abstractions;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Reports;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Brigade.Reports;

/// <summary>Spools in folders of their own. A copy of a folder is what a killed Brigade leaves.</summary>
internal sealed class SpoolFixture : IDisposable
{
    private readonly TestFolder folder = new();
    private int copies;

    public SpoolOptions Options { get; set; } = new();

    public string Path => folder.Data.Combine("brigade");

    public string SpoolPath => System.IO.Path.Combine(Path, "spool");

    public void Dispose() => folder.Remove();

    public OpenSpool Open(string? path = null, Func<string, ISegmentOutput>? output = null)
    {
        var taken = BrigadeFolder.Take(path ?? Path);
        var logger = NullLogger<ReportSpool>.Instance;
        return new OpenSpool(taken, output is null
            ? new ReportSpool(taken, Options, TimeProvider.System, logger)
            : new ReportSpool(taken, Options, TimeProvider.System, logger, output));
    }

    /// <summary>Copies the folder as it is now.</summary>
    public string Copy()
    {
        var copy = folder.Data.Combine($"copy-{++copies}");
        Directory.CreateDirectory(System.IO.Path.Combine(copy, "spool"));
        foreach (var file in Directory.EnumerateFiles(SpoolPath))
            File.Copy(file, System.IO.Path.Combine(copy, "spool", System.IO.Path.GetFileName(file)));
        return copy;
    }

    /// <summary>The segments in a folder, the oldest first.</summary>
    public static string[] SegmentsIn(string path) => [.. Directory.EnumerateFiles(System.IO.Path.Combine(path, "spool"), "*.segment").Order()];
}
