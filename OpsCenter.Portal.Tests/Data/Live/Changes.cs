using System.Threading.Channels;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Tests.Data.Live;

/// <summary>Follows a topic as a page does, and keeps what it was told until the test asks.</summary>
internal sealed class Changes : IDisposable
{
    private readonly Channel<bool> told = Channel.CreateUnbounded<bool>();
    private readonly IDisposable subscription;

    public Changes(LiveMarks marks, LiveTopic topic) => subscription = marks.Subscribe(topic, () => told.Writer.TryWrite(true));

    /// <summary>How often it was told and nobody asked.</summary>
    public int Waiting => told.Reader.Count;

    /// <summary>Waits to be told; a test that waits too long has failed.</summary>
    public async Task NextAsync() => await told.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public void Dispose() => subscription.Dispose();
}
