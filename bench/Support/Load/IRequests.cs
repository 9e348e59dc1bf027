namespace OpsCenter.Bench.Load;

/// <summary>What a generator sends, and who counts what came back.</summary>
public interface IRequests
{
    /// <summary>The bytes of the next request; valid until the next call.</summary>
    ReadOnlySpan<byte> NextRequest();

    /// <summary>Tells how many jobs (or documents) an answer brought; 0 for one that was not hoped for.</summary>
    int Count(int status, ReadOnlySpan<byte> body);
}
