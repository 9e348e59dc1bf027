namespace OpsCenter.Portal.Usage.Recording;

/// <summary>The report that had a key first.</summary>
/// <param name="Answer">What its sender was told, and every later one with the same content.</param>
/// <param name="ContentHash">Fingerprint of what it said.</param>
internal sealed record FirstReport(RecordedJob Answer, ReadOnlyMemory<byte> ContentHash);
