namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>What the embedded database tells the operator. Event ids 1001–1019.</summary>
internal static partial class EmbeddedPostgresLog
{
    [LoggerMessage(1001, LogLevel.Information, "Embedded PostgreSQL {Major} is running in {Folder}")]
    public static partial void ServerStarted(this ILogger logger, int major, string folder);

    [LoggerMessage(1002, LogLevel.Warning,
        "Embedded PostgreSQL was still running as process {ProcessId}: an earlier portal was killed. It is adopted")]
    public static partial void ServerAdopted(this ILogger logger, int processId);

    [LoggerMessage(1003, LogLevel.Information, "Embedded PostgreSQL has stopped")]
    public static partial void ServerStopped(this ILogger logger);

    [LoggerMessage(1004, LogLevel.Warning, "Embedded PostgreSQL did not stop in time and was stopped at once; the next start replays its log")]
    public static partial void ServerStoppedTheHardWay(this ILogger logger);

    [LoggerMessage(1005, LogLevel.Warning,
        "The database's files are in {Folder}, linked from the data folder, because {ClosedParent} is closed to the user PostgreSQL runs as")]
    public static partial void ClusterIsElsewhere(this ILogger logger, string folder, string closedParent);

    [LoggerMessage(1006, LogLevel.Error, "Embedded PostgreSQL has died; it is started again")]
    public static partial void ServerDied(this ILogger logger);

    [LoggerMessage(1007, LogLevel.Warning, "Embedded PostgreSQL is running again after {Attempts} attempts")]
    public static partial void ServerRestarted(this ILogger logger, int attempts);

    [LoggerMessage(1008, LogLevel.Error, "Embedded PostgreSQL could not be started again; next attempt in {Pause}")]
    public static partial void RestartFailed(this ILogger logger, Exception exception, TimeSpan pause);
}
