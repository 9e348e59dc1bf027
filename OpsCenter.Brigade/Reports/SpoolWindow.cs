namespace OpsCenter.Brigade.Reports;

/// <summary>The next reports to send, in the order in which they were spooled.</summary>
/// <param name="Reports">The reports; empty when nothing waits.</param>
/// <param name="End">The place behind them, to be acknowledged when all of them are dealt with.</param>
internal sealed record SpoolWindow(IReadOnlyList<SpooledReport> Reports, SpoolPosition End);
