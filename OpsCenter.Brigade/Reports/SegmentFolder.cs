using System.Globalization;
using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Reports;

/// <summary>The files of the spool: segments named for their first report's number, so that names alone tell their order and how many they hold.</summary>
internal sealed class SegmentFolder(string path)
{
    private const string Ending = ".segment";
    private const string DamagedEnding = ".damaged";
    private const int Digits = 19;

    /// <summary>Where the acknowledged position is kept.</summary>
    public string PositionPath => Path.Combine(path, "acknowledged");

    /// <summary>Where the folder is.</summary>
    public string Location => path;

    /// <summary>The first numbers of all segments, ascending.</summary>
    public IReadOnlyList<long> List() =>
    [
        .. Directory.EnumerateFiles(path, "*" + Ending)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name.Length == Digits && name.All(char.IsAsciiDigit))
            .Select(name => long.Parse(name, CultureInfo.InvariantCulture))
            .Order(),
    ];

    /// <summary>The path of a segment.</summary>
    public string PathOf(long first) => Path.Combine(path, first.ToString("D19", CultureInfo.InvariantCulture) + Ending);

    /// <summary>Makes the names of new segments durable.</summary>
    public void Flush() => DurableFolder.Flush(path);

    /// <summary>Removes a segment; one that has damaged bytes is put aside instead, for somebody to look at.</summary>
    public void Remove(long first, bool damaged)
    {
        if (damaged)
            File.Move(PathOf(first), Path.ChangeExtension(PathOf(first), DamagedEnding), overwrite: true);
        else
            File.Delete(PathOf(first));
    }
}
