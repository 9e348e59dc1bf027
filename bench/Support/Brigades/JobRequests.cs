using System.Text;
using OpsCenter.Bench.Load;

namespace OpsCenter.Bench.Brigades;

/// <summary>Jobs of several customers: 2,400 characters of input, which are 600 tokens and 200 of output, one tool, a ceiling.</summary>
internal sealed class JobRequests(string key, int customers) : IRequests
{
    private const int Ok = 200;

    private static readonly byte[] Succeeded = Encoding.ASCII.GetBytes("\"status\":\"succeeded\"");
    private static readonly string Input = string.Concat(Enumerable.Repeat("What does a job cost, and why? ", 78))[..2_400];

    private readonly byte[][] requests = [.. Enumerable.Range(0, customers).Select(customer => Render(key, customer))];
    private int next;

    public ReadOnlySpan<byte> NextRequest() => requests[next++ % requests.Length];

    public int Count(int status, ReadOnlySpan<byte> body) => status == Ok && body.IndexOf(Succeeded) >= 0 ? 1 : 0;

    private static byte[] Render(string key, int customer)
    {
        var body =
            $$"""{"customer_id":"customer-{{customer}}","agent":"research_pro","input":"{{Input}}","tools":[{"tool":"web.search","units":3}],"max_cost":"1"}""";

        return Encoding.ASCII.GetBytes(
            $"POST /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
