using System.Buffers;
using System.Text;

namespace OpsCenter.Portal.Shell.Exports;

/// <summary>
/// Writes a CSV file (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to know the encoding) to a stream. It holds one buffer
/// and gives it away whenever it is full, so that a million rows need no more memory than a thousand.
/// </summary>
public sealed class CsvWriter(Stream stream)
{
    /// <summary>Bytes that are collected before they are written.</summary>
    public const int BufferSize = 32 * 1024;

    private const string LineEnd = "\r\n";
    private static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n");

    private readonly ArrayBufferWriter<byte> buffer = new(BufferSize * 2);
    private bool isBegun;

    /// <summary>Adds a line. Waits for the reader of the file whenever the buffer is full.</summary>
    public async ValueTask WriteAsync(IReadOnlyList<CsvCell> cells, CancellationToken cancellationToken)
    {
        if (!isBegun)
        {
            isBegun = true;
            buffer.Write(Encoding.UTF8.Preamble);
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                Append(",");
            Append(Quoted(cells[i].Content));
        }

        Append(LineEnd);

        if (buffer.WrittenCount >= BufferSize)
            await FlushAsync(cancellationToken);
    }

    /// <summary>Gives away what is collected.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(buffer.WrittenMemory, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        buffer.ResetWrittenCount();
    }

    private static string Quoted(string content) =>
        content.AsSpan().ContainsAny(Special) ? $"\"{content.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : content;

    private void Append(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, buffer);
}
