using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpsCenter.Portal.Audit;

/// <summary>
/// What a seal's hash covers: the hash before it, the seal's own number and time, and every stored column of its entry as text. Each text
/// stands behind its length, so that no two entries can be written the same way.
/// </summary>
internal static class AuditSealText
{
    /// <summary>The columns of an entry <c>e</c> as an array of texts: what is stored, not what the program would make of it. Times are microseconds.</summary>
    public const string Columns =
        """
        array[e.id::text, (extract(epoch from e.at) * 1000000)::bigint::text, e.actor_kind, e.actor_subject, e.organization_id::text,
            e.action, e.subject_type, e.subject_id, e.before::text, e.after::text, e.reason]
        """;

    private const int HashLength = 32;

    /// <summary>The hash of a seal.</summary>
    /// <param name="previous">The hash of the seal before; null for the first.</param>
    /// <param name="seq">The seal's number.</param>
    /// <param name="sealedAt">When it was made, in whole microseconds.</param>
    /// <param name="columns">What <see cref="Columns"/> reads.</param>
    public static byte[] Hash(byte[]? previous, long seq, DateTimeOffset sealedAt, IEnumerable<string?> columns)
    {
        var text = new StringBuilder();
        Append(text, seq.ToString(CultureInfo.InvariantCulture));
        Append(text, Microseconds(sealedAt).ToString(CultureInfo.InvariantCulture));

        foreach (var column in columns)
            Append(text, column);

        return SHA256.HashData([.. previous ?? new byte[HashLength], .. Encoding.UTF8.GetBytes(text.ToString())]);
    }

    /// <summary>A moment as the database keeps it.</summary>
    public static DateTimeOffset Stored(DateTimeOffset moment) =>
        DateTimeOffset.UnixEpoch.AddTicks(Microseconds(moment) * TimeSpan.TicksPerMicrosecond);

    private static long Microseconds(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static void Append(StringBuilder text, string? column)
    {
        if (column is null)
            text.Append("-\n");
        else
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(column)}:{column}\n");
    }
}
