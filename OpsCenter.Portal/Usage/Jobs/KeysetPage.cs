namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>A page of rows newest first, cut out of what one statement read: the rows of the page and one more when there is another page.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Newer">Where the page of newer ones begins; null when there are none.</param>
/// <param name="Older">Where the page of older ones begins; null when there are none.</param>
internal sealed record KeysetPage<TRow>(List<TRow> Rows, JobCursor? Newer, JobCursor? Older);

/// <summary>Makes pages.</summary>
internal static class KeysetPage
{
    /// <summary>The page around a cursor.</summary>
    /// <param name="read">What was read, in the direction of the cursor.</param>
    /// <param name="cursor">Where the page begins; null for the newest rows.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="keyOf">What orders the rows.</param>
    public static KeysetPage<TRow> Of<TRow>(
        List<TRow> read, JobCursor? cursor, int size, Func<TRow, (DateTimeOffset OccurredAt, Guid EventId)> keyOf)
    {
        var more = read.Count > size;
        var rows = more ? read[..size] : [.. read];

        if (cursor is { Direction: JobCursorDirection.Newer })
            rows.Reverse();

        // Whoever came from a row on the other side of the cursor can go back to it.
        var hasNewer = cursor is not null && (more || cursor.Direction is JobCursorDirection.Older);
        var hasOlder = cursor?.Direction is JobCursorDirection.Newer || more;

        return new KeysetPage<TRow>(
            rows,
            hasNewer && rows.Count > 0 ? At(keyOf(rows[0]), JobCursorDirection.Newer) : null,
            hasOlder && rows.Count > 0 ? At(keyOf(rows[^1]), JobCursorDirection.Older) : null);
    }

    /// <summary>All rows, newest first, a page at a time.</summary>
    /// <param name="readAsync">Reads the rows from a cursor on, null for the newest, and says where the next ones begin.</param>
    public static async IAsyncEnumerable<TRow> StreamAsync<TRow>(Func<JobCursor?, Task<KeysetPage<TRow>>> readAsync)
    {
        JobCursor? cursor = null;

        do
        {
            var page = await readAsync(cursor);

            foreach (var row in page.Rows)
                yield return row;

            cursor = page.Older;
        }
        while (cursor is not null);
    }

    private static JobCursor At((DateTimeOffset OccurredAt, Guid EventId) key, JobCursorDirection direction) =>
        new(key.OccurredAt, key.EventId, direction);
}
