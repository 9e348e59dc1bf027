using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Reads what <see cref="JobListSql"/> selects.</summary>
internal static class JobRowReader
{
    public static JobRow Read(NpgsqlDataReader reader) => new()
    {
        EventId = reader.GetGuid(0),
        OccurredAt = reader.GetFieldValue<DateTimeOffset>(1),
        CustomerId = reader.IsDBNull(2) ? null : reader.GetGuid(2),
        CustomerName = reader.GetString(3),
        Agent = reader.GetString(4),
        Route = reader.GetString(5),
        Byok = reader.GetBoolean(6),
        Outcome = EnumText<JobStatus>.Parse(reader.GetString(7)),
        InputTokens = reader.GetInt64(8),
        OutputTokens = reader.GetInt64(9),
        State = JobStates.Of(Hold(reader), (int)reader.GetInt64(11), (int)reader.GetInt64(12)),
        Total = Amount(reader, 14),
        Cost = Amount(reader, 15),
        FirstVersion = reader.IsDBNull(16) ? null : reader.GetInt32(16),
    };

    private static HoldState? Hold(NpgsqlDataReader reader) => reader.IsDBNull(10) ? null : EnumText<HoldState>.Parse(reader.GetString(10));

    private static Money? Amount(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : new Money(reader.GetDecimal(column), Currency.Of(reader.GetString(13)));
}
