using Npgsql;

namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Rows of one statement in key order, handed over column by column as arrays.</summary>
internal sealed class RollupRows<TKey, TValue>
    where TKey : IComparable<TKey>
{
    private readonly KeyValuePair<TKey, TValue>[] rows;

    public RollupRows(string statement, Dictionary<TKey, TValue> values)
    {
        Command = new NpgsqlBatchCommand(statement);
        rows = [.. values];
        Array.Sort(rows, static (left, right) => left.Key.CompareTo(right.Key));
    }

    public NpgsqlBatchCommand Command { get; }

    public void Column<T>(Func<KeyValuePair<TKey, TValue>, T> value) =>
        Command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = Array.ConvertAll(rows, row => value(row)) });
}
