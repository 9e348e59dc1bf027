using System.Collections.Concurrent;

namespace OpsCenter.Brigade.Status;

/// <summary>What does not work at the moment, in words for a person: told by <c>/api/v1/status</c> and, once each, by the log.</summary>
public sealed partial class Troubles(ILogger<Troubles> logger)
{
    private readonly ConcurrentDictionary<TroubleArea, string> standing = new();

    /// <summary>The gravest that stands; null when everything works.</summary>
    public string? Gravest => standing.OrderBy(trouble => trouble.Key).Select(trouble => trouble.Value).FirstOrDefault();

    /// <summary>Notes a trouble. The same again is not logged again.</summary>
    public void Note(TroubleArea area, string message)
    {
        if (standing.TryGetValue(area, out var known) && known == message)
            return;
        standing[area] = message;
        LogTrouble(logger, area, message);
    }

    /// <summary>Notes that it works again.</summary>
    public void Clear(TroubleArea area)
    {
        if (standing.TryRemove(area, out _))
            LogOver(logger, area);
    }

    [LoggerMessage(3001, LogLevel.Warning, "{Area}: {Message}")]
    private static partial void LogTrouble(ILogger logger, TroubleArea area, string message);

    [LoggerMessage(3002, LogLevel.Information, "{Area}: works again")]
    private static partial void LogOver(ILogger logger, TroubleArea area);
}
