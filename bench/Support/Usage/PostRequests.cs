using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OpsCenter.Bench.Load;

namespace OpsCenter.Bench.Usage;

/// <summary>Posts rendered beforehand; only the keys are put in when one is sent.</summary>
internal sealed class PostRequests : IRequests
{
    private const int Templates = 1_024;
    private const int Created = 201;
    private const int Ok = 200;
    private static readonly byte[] CreatedItem = Encoding.ASCII.GetBytes("\"http_status\":201");
    private static readonly byte[] Placeholder = Encoding.ASCII.GetBytes(Reports.KeyPlaceholder);
    private static readonly int DigitsAt = Placeholder.AsSpan().IndexOf((byte)'0');

    // Keys are unique in the whole run, whoever sends them.
    private static long Keys;

    private readonly Template[] templates;
    private readonly bool isBatch;
    private int next;

    private PostRequests(IEnumerable<byte[]> requests, bool isBatch)
    {
        templates = [.. requests.Select(bytes => new Template(bytes, [.. KeysIn(bytes)]))];
        this.isBatch = isBatch;
    }

    public static PostRequests Singles(string path, string token, Reports reports) =>
        new(Enumerable.Range(0, Templates).Select(_ => Render(path, token, reports.Next())), isBatch: false);

    public static PostRequests Batches(string path, string token, Reports reports, int size) => new(
        Enumerable.Range(0, Templates / size + 1).Select(_ => Render(path, token, new JsonArray([.. Enumerable.Range(0, size).Select(_ => reports.Next())]))),
        isBatch: true);

    public ReadOnlySpan<byte> NextRequest()
    {
        var template = templates[next++ % templates.Length];

        foreach (var at in template.Keys)
        {
            (++Keys).TryFormat(template.Bytes.AsSpan(at + DigitsAt), out _, "x16", CultureInfo.InvariantCulture);
        }

        return template.Bytes;
    }

    public int Count(int status, ReadOnlySpan<byte> body) => isBatch
        ? status == Ok ? body.Count(CreatedItem) : 0
        : status == Created ? 1 : 0;

    private static byte[] Render(string path, string token, JsonNode body)
    {
        var text = body.ToJsonString();
        return Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(text)}\r\n\r\n{text}");
    }

    private static IEnumerable<int> KeysIn(byte[] bytes)
    {
        for (var from = 0; bytes.AsSpan(from).IndexOf(Placeholder) is var at and >= 0; from += at + Placeholder.Length)
        {
            yield return from + at;
        }
    }

    private sealed record Template(byte[] Bytes, int[] Keys);
}
