namespace OpsCenter.Brigade.Reports;

/// <summary>What one pass of the reporter came to.</summary>
/// <param name="Sent">Reports that were dealt with.</param>
/// <param name="Wait">How long to wait before the next; null: not at all.</param>
/// <param name="IsIdle">Whether nothing waits to be sent.</param>
internal sealed record ReportPass(int Sent, TimeSpan? Wait, bool IsIdle)
{
    /// <summary>Nothing waits to be sent.</summary>
    public static readonly ReportPass Idle = new(0, null, true);
}
