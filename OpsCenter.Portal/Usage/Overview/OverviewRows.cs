using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>The answers to <see cref="OverviewSql"/>, as they come.</summary>
internal sealed class OverviewRows
{
    public List<(DateTimeOffset Start, UsageFigures Figures)> Points { get; } = [];

    public List<UsageFigures> RunningHour { get; } = [];

    public List<UsageFigures> PreviousEdge { get; } = [];

    public List<UsageFigures> Today { get; } = [];

    public List<OverviewShare> Shares { get; } = [];

    public List<HeldNow> Held { get; } = [];

    public Currency? Latest { get; private set; }

    public static async Task<OverviewRows> ReadAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        var rows = new OverviewRows();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await EachAsync(() => rows.Points.Add((reader.GetFieldValue<DateTimeOffset>(0), FiguresAt(reader, 1))));
        await EachAsync(() => (reader.GetBoolean(0) ? rows.RunningHour : rows.PreviousEdge).Add(FiguresAt(reader, 1)));
        await EachAsync(() => rows.Today.Add(FiguresAt(reader, 0)));
        await EachAsync(() => rows.Shares.Add(ShareAt(reader)));
        await EachAsync(() => rows.Held.Add(HeldAt(reader)));
        await EachAsync(() => rows.Latest = Currency.Of(reader.GetString(0)));

        return rows;

        async Task EachAsync(Action read)
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                read();
            }

            await reader.NextResultAsync(cancellationToken);
        }
    }

    private static OverviewShare ShareAt(NpgsqlDataReader reader) => new(
        EnumText<OverviewDimension>.Parse(reader.GetString(0)),
        reader.IsDBNull(1) ? null : reader.GetString(1),
        reader.IsDBNull(2) ? null : reader.GetGuid(2),
        FiguresAt(reader, 3));

    private static HeldNow HeldAt(NpgsqlDataReader reader) => new(
        reader.GetInt64(1), new Money(reader.GetDecimal(2), Currency.Of(reader.GetString(0))), reader.GetFieldValue<DateOnly>(3));

    // Currency first, then the sums in the order of the statements.
    private static UsageFigures FiguresAt(NpgsqlDataReader reader, int first)
    {
        var currency = Currency.Of(reader.GetString(first));

        return new UsageFigures(
            reader.GetInt64(first + 1),
            reader.GetInt64(first + 2),
            reader.GetInt64(first + 3),
            reader.GetInt64(first + 4),
            reader.GetInt64(first + 5),
            new Money(reader.GetDecimal(first + 6), currency),
            new Money(reader.GetDecimal(first + 7), currency));
    }
}
