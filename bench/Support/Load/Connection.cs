using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpsCenter.Bench.Load;

/// <summary>One kept-alive HTTP/1.1 connection with at most one request under way. Understands what Kestrel answers, and no more.</summary>
internal sealed class Connection : IDisposable
{
    private const int StatusAt = 9;
    private const int StatusLength = 3;
    private static readonly byte[] LengthHeader = Encoding.ASCII.GetBytes("\r\nContent-Length: ");
    private static readonly byte[] ChunkedHeader = Encoding.ASCII.GetBytes("\r\nTransfer-Encoding: chunked");
    private static readonly byte[] LastChunk = Encoding.ASCII.GetBytes("\r\n0\r\n\r\n");
    private static readonly byte[] HeadEnd = Encoding.ASCII.GetBytes("\r\n\r\n");
    private byte[] received = new byte[8 * 1024];
    private readonly int port;
    private int length;
    private int bodyAt;

    public Connection(Uri address)
    {
        port = address.Port;
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(IPAddress.Loopback, address.Port);
    }

    public Socket Socket { get; }

    /// <summary>When the request under way was due, in timestamps; 0: none is under way.</summary>
    public long DueAt { get; private set; }

    public int Status => int.Parse(received.AsSpan(StatusAt, StatusLength), CultureInfo.InvariantCulture);

    /// <summary>The last answer's body, chunk marks included.</summary>
    public ReadOnlySpan<byte> Body => received.AsSpan(bodyAt, length - bodyAt);

    public void Send(ReadOnlySpan<byte> request, long dueAt)
    {
        (DueAt, length) = (dueAt, 0);

        while (request.Length > 0)
        {
            request = request[Socket.Send(request)..];
        }
    }

    /// <summary>Takes what has arrived; true when the answer is complete.</summary>
    public bool Receive()
    {
        if (length == received.Length)
        {
            Array.Resize(ref received, received.Length * 2);
        }

        var count = Socket.Receive(received.AsSpan(length));

        if (count == 0)
            throw new InvalidOperationException($"The server at port {port} closed a connection after: {Encoding.UTF8.GetString(received, 0, length)}");
        length += count;

        if (!IsComplete())
            return false;
        DueAt = 0;
        return true;
    }

    public void Dispose() => Socket.Dispose();

    private bool IsComplete()
    {
        var answer = received.AsSpan(0, length);
        var headLength = answer.IndexOf(HeadEnd);

        if (headLength < 0)
            return false;
        bodyAt = headLength + HeadEnd.Length;
        var head = answer[..(headLength + 2)];

        if (head.IndexOf(LengthHeader) is var at and >= 0)
        {
            var digits = head[(at + LengthHeader.Length)..];
            return length - bodyAt >= int.Parse(digits[..digits.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
        }

        return head.IndexOf(ChunkedHeader) < 0 || answer[headLength..].EndsWith(LastChunk);
    }
}
