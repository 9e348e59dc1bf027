using System.Data.Common;
using Npgsql;

namespace OpsCenter.Portal.Data;

/// <summary>
/// Tells failures of the database from mistakes of the program. EF Core wraps those that may pass by themselves (a lost connection, a server
/// that starts) in an <see cref="InvalidOperationException"/>, so the type alone does not tell.
/// </summary>
public static class DatabaseFailure
{
    /// <summary>What a reader is told while the database is away.</summary>
    public const string Sentence = "The database does not answer right now. What you entered is still here; try again in a moment.";

    /// <summary>Whether the database did not do its part, for whatever reason.</summary>
    public static bool Is(Exception exception) => exception is DbException || exception.InnerException is { } inner && Is(inner);

    /// <summary>Whether the database is away for the moment, so that the same act may succeed later.</summary>
    public static bool IsAway(Exception exception) =>
        exception is NpgsqlException { IsTransient: true } || exception.InnerException is { } inner && IsAway(inner);

    /// <summary>Whether another transaction was in the way, so that the same transaction, begun anew, may succeed at once.</summary>
    public static bool IsConflict(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>Runs an act that answers null when done and a sentence when refused; an absent database is such a sentence, too.</summary>
    public static async Task<string?> AnswerAsync(Func<Task<string?>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception exception) when (IsAway(exception))
        {
            return Sentence;
        }
    }
}
