using Npgsql;
using NpgsqlTypes;

namespace OpsCenter.Portal.Data;

/// <summary>Many rows as the parameters of one statement: an array for each column, to be unnested. One plan and one round trip, however many rows.</summary>
/// <param name="statement">Reads <c>$1</c>, <c>$2</c>… as arrays of equal length.</param>
/// <param name="rows">The rows, in the order in which the statement shall see them.</param>
internal sealed class ColumnArrays<TRow>(string statement, TRow[] rows)
{
    /// <summary>The statement with the columns added so far.</summary>
    public NpgsqlBatchCommand Command { get; } = new(statement);

    /// <summary>Adds the next column.</summary>
    public void Add<T>(Converter<TRow, T> value) =>
        Command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = Array.ConvertAll(rows, value) });

    /// <summary>Adds the next column, of type <c>jsonb</c>, from JSON text.</summary>
    public void AddJson(Converter<TRow, string> json) => Command.Parameters.Add(
        new NpgsqlParameter<string[]> { TypedValue = Array.ConvertAll(rows, json), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
}
