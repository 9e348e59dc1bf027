using Npgsql;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>The answers to <see cref="OwnUsageSql"/>, as they come.</summary>
internal sealed class OwnUsageRows
{
    /// <summary>Layer 0 is the period before.</summary>
    public List<(DateTimeOffset Day, int Layer, OwnFigures Figures)> Points { get; } = [];

    public List<(long Count, OwnShare Share)> Shares { get; } = [];

    public List<OwnFigures> RunningHour { get; } = [];

    public List<OwnFigures> PreviousEdge { get; } = [];

    public Currency? Latest { get; private set; }

    public static async Task<OwnUsageRows> ReadAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        var rows = new OwnUsageRows();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await EachAsync(() => rows.Points.Add((reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt32(1), FiguresAt(reader, 2))));
        await EachAsync(() => rows.Shares.Add((reader.GetInt64(1), new OwnShare(reader.GetString(0), FiguresAt(reader, 2)))));
        await EachAsync(() => rows.RunningHour.Add(FiguresAt(reader, 0)));
        await EachAsync(() => rows.PreviousEdge.Add(FiguresAt(reader, 0)));
        await EachAsync(() => rows.Latest = Currency.Of(reader.GetString(0)));

        return rows;

        async Task EachAsync(Action read)
        {
            while (await reader.ReadAsync(cancellationToken))
                read();

            await reader.NextResultAsync(cancellationToken);
        }
    }

    // Currency first, then the sums in the order of the statements.
    private static OwnFigures FiguresAt(NpgsqlDataReader reader, int first) => new(
        reader.GetInt64(first + 1),
        reader.GetInt64(first + 2),
        reader.GetInt64(first + 3),
        reader.GetInt64(first + 4),
        reader.GetDecimal(first + 5),
        new Money(reader.GetDecimal(first + 6), Currency.Of(reader.GetString(first))));
}
