using Npgsql;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>Runs what the test gateway does, each in one transaction of its own, and has its news delivered afterwards.</summary>
internal sealed class TestLedger(NpgsqlDataSource database, TestEventBell bell, TimeProvider clock)
{
    /// <summary>Runs an act.</summary>
    public async Task<T> RunAsync<T>(Func<TestMemory, DateTimeOffset, Task<T>> act, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var answer = await act(new TestMemory(connection, now), now);
        await transaction.CommitAsync(cancellationToken);
        bell.Ring();

        return answer;
    }

    /// <summary>Runs an act once for a key.</summary>
    /// <param name="key">Asking again with it answers the same.</param>
    /// <param name="question">What is asked; a key belongs to one question.</param>
    /// <param name="act">Answers it.</param>
    /// <param name="cancellationToken">Nothing is done when it comes before the commit.</param>
    public Task<T> RunOnceAsync<T>(string key, object question, Func<TestMemory, DateTimeOffset, Task<T>> act, CancellationToken cancellationToken) where T : class
    {
        var fingerprint = System.Text.Json.JsonSerializer.Serialize(question);

        return RunAsync(
            async (memory, now) =>
            {
                if (await memory.RecallAsync<T>(key, fingerprint, cancellationToken) is { } known)
                    return known;

                var answer = await act(memory, now);
                await memory.KeepAsync(key, fingerprint, answer, cancellationToken);

                return answer;
            },
            cancellationToken);
    }
}
