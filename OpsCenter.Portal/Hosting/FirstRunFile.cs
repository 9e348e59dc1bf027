using System.Text.RegularExpressions;

namespace OpsCenter.Portal.Hosting;

/// <summary>
/// The notes of the first run, <c>first-run.txt</c> in the data folder: one <c>name=value</c> a line, readable by the portal's user alone.
/// People and scripts read from it the first operator's password and Brigade's key.
/// </summary>
public sealed partial class FirstRunFile(DataFolder folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where the file is.</summary>
    public string Path => folder.Combine("first-run.txt");

    /// <summary>All values by name; empty when there is no file.</summary>
    public IReadOnlyDictionary<string, string> Read()
    {
        var values = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(Path))
            return values;

        foreach (var line in File.ReadLines(Path))
        {
            if (line.Split('=', 2) is [var name, var value])
                values[name] = value;
        }

        return values;
    }

    /// <summary>Adds or replaces the given values and keeps the others. The old file stays until the new one is complete.</summary>
    /// <exception cref="ArgumentException">A name has other characters than a–z, 0–9 and underscore, or a value spans lines.</exception>
    public void Write(IReadOnlyDictionary<string, string> values)
    {
        var merged = new OrderedDictionary<string, string>(Read(), StringComparer.Ordinal);
        foreach (var (name, value) in values)
            merged[Checked(name, value)] = value;

        folder.Create();
        Replace(string.Concat(merged.Select(entry => $"{entry.Key}={entry.Value}\n")));
    }

    private void Replace(string content)
    {
        var next = Path + ".new";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        using (var stream = new FileStream(next, options))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, Path, overwrite: true);
    }

    private static string Checked(string name, string value)
    {
        if (!NamePattern().IsMatch(name))
            throw new ArgumentException($"'{name}' is not a name of a first-run value.");
        if (value.AsSpan().ContainsAny('\r', '\n'))
            throw new ArgumentException($"The first-run value '{name}' spans lines.");
        return name;
    }

    [GeneratedRegex("^[a-z0-9_]+$")]
    private static partial Regex NamePattern();
}
