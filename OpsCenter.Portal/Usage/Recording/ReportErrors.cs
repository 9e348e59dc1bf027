namespace OpsCenter.Portal.Usage.Recording;

/// <summary>What is wrong with a report, by the path of the field. Bounded, so that a hostile report cannot make a huge answer.</summary>
internal sealed class ReportErrors
{
    private const int MaxErrors = 50;
    private const int MaxPathLength = 120;
    private readonly Dictionary<string, List<string>> byPath = new(StringComparer.Ordinal);

    public bool Any => byPath.Count > 0;

    public void Add(string path, string message)
    {
        if (byPath.Count >= MaxErrors)
        {
            return;
        }

        var shortPath = path.Length <= MaxPathLength ? path : path[..MaxPathLength];

        if (!byPath.TryGetValue(shortPath, out var messages))
        {
            byPath.Add(shortPath, messages = []);
        }

        messages.Add(message);
    }

    public IReadOnlyDictionary<string, string[]> ToDictionary() =>
        byPath.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
}
