using Npgsql;

namespace OpsCenter.Portal.Tests.Data.Live;

/// <summary>Counts the notifications of a channel as PostgreSQL delivers them.</summary>
internal sealed class RawListener : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private RawListener(NpgsqlConnection connection)
    {
        this.connection = connection;
        connection.Notification += (_, _) => Heard++;
    }

    public int Heard { get; private set; }

    public static async Task<RawListener> OpenAsync(string connectionString, string channel)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        var listener = new RawListener(connection);
        await listener.ExecuteAsync($"listen {channel}");

        return listener;
    }

    /// <summary>Waits for the next notification; a test that waits too long has failed.</summary>
    public async Task NextAsync() => await NextWhileAsync(() => { });

    /// <summary>Does something again and again until the next notification.</summary>
    public async Task NextWhileAsync(Action again)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        for (var before = Heard; Heard == before; again())
        {
            await connection.WaitAsync(TimeSpan.FromMilliseconds(50), patience.Token);
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Takes what has been delivered by now.</summary>
    public Task GlanceAsync() => ExecuteAsync("select 1");

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
