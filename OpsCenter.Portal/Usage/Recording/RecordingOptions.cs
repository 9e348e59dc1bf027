namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Sizes of the queue between the usage endpoint and the database; section <c>Recording</c>.</summary>
public sealed class RecordingOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Recording";

    /// <summary>Reports that may wait in one instance, 1,000…1,000,000. More are answered <c>busy</c>. At least one batch must fit.</summary>
    public int QueueCapacity { get; init; } = 20_000;

    /// <summary>Bytes of reports that may wait in one instance, 4 MiB…1 GiB.</summary>
    public long QueueBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Transactions at once in one instance, 1…16. All but the first begin only when a quarter of a full one waits.</summary>
    public int Writers { get; init; } = 2;

    /// <summary>Reports in one transaction at most, 1…10,000. Those of one request stay together even past it.</summary>
    public int CommitSize { get; init; } = 1_000;
}
