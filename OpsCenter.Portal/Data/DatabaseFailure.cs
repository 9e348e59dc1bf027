using System.Data.Common;

namespace OpsCenter.Portal.Data;

/// <summary>Tells failures of the database from mistakes of the program.</summary>
public static class DatabaseFailure
{
    /// <summary>
    /// Whether an exception of EF Core or Npgsql says that the database did not do its part. EF Core wraps those that may pass by themselves
    /// (a lost connection, a server that starts) in an <see cref="InvalidOperationException"/>, so the type alone does not tell.
    /// </summary>
    public static bool Is(Exception exception) => exception is DbException || exception.InnerException is { } inner && Is(inner);
}
