using Npgsql;

namespace OpsCenter.Portal.Data;

/// <summary>For dialogs: a database that is away for a moment must not cost the reader what they typed.</summary>
public static class DatabaseFailure
{
    /// <summary>What the reader is told.</summary>
    public const string Sentence = "The database does not answer right now. What you entered is still here; try again in a moment.";

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

    // EF Core wraps what Npgsql throws.
    private static bool IsAway(Exception? exception) => exception switch
    {
        null => false,
        NpgsqlException { IsTransient: true } => true,
        _ => IsAway(exception.InnerException),
    };
}
