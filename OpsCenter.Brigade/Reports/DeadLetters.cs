using System.Globalization;
using System.Text.Json;
using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Reports;

/// <summary>
/// Reports that Ops-Center refused for good, each with the answer, a line of JSON in a file per day. Nobody sends them again: somebody must
/// look at them. After a power cut a line may stand twice.
/// </summary>
public sealed class DeadLetters
{
    private const byte LineEnd = (byte)'\n';
    private const string Ending = ".jsonl";

    private readonly string path;
    private readonly TimeProvider clock;
    private long count;

    /// <summary>Counts what earlier runs left.</summary>
    public DeadLetters(BrigadeFolder folder, TimeProvider clock)
    {
        this.clock = clock;
        path = folder.CreateFolder("dead-letters");
        count = Directory.EnumerateFiles(path, "*" + Ending).Sum(file => File.ReadLines(file).LongCount());
    }

    /// <summary>Lines in all files, those of earlier runs too.</summary>
    public long Count => Volatile.Read(ref count);

    /// <summary>The folder of the files.</summary>
    public string Location => path;

    /// <summary>Keeps a report with its answer; returns when both would survive a power cut.</summary>
    /// <exception cref="IOException">They could not be made durable.</exception>
    internal void Add(SpooledReport report, int httpStatus, JsonElement answer)
    {
        var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("refused_at", clock.GetUtcNow().UtcDateTime);
            json.WriteString("job_id", report.JobId);
            json.WriteNumber("http_status", httpStatus);
            json.WritePropertyName("answer");
            answer.WriteTo(json);
            json.WritePropertyName("report");
            json.WriteRawValue(report.Body);
            json.WriteEndObject();
        }

        line.WriteByte(LineEnd);
        Append(Path.Combine(path, clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Ending), line.ToArray());
        Interlocked.Increment(ref count);
    }

    // A line that a kill tore gets its end first, so that it does not spoil the next.
    private static void Append(string file, byte[] line)
    {
        using var handle = File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        var length = RandomAccess.GetLength(handle);
        Span<byte> last = stackalloc byte[1];
        var torn = length > 0 && RandomAccess.Read(handle, last, length - 1) == 1 && last[0] != LineEnd;
        RandomAccess.Write(handle, torn ? [LineEnd, .. line] : line, length);
        RandomAccess.FlushToDisk(handle);
    }
}
