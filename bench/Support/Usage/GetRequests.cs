using System.Text;
using OpsCenter.Bench.Load;

namespace OpsCenter.Bench.Usage;

/// <summary>The same read over and over.</summary>
internal sealed class GetRequests(string path, string token, int hopedFor, string? ifNoneMatch = null) : IRequests
{
    private readonly byte[] request = Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n{(ifNoneMatch is null ? "" : $"If-None-Match: {ifNoneMatch}\r\n")}\r\n");

    public ReadOnlySpan<byte> NextRequest() => request;

    public int Count(int status, ReadOnlySpan<byte> body) => status == hopedFor ? 1 : 0;
}
