using System.Text.Json;
using OpsCenter.Brigade.Status;

namespace OpsCenter.Brigade.Reports;

/// <summary>Remembers and tells what came of reports: status page, metrics, observers.</summary>
public sealed class ReporterNotes(Troubles troubles, BrigadeMetrics metrics, IEnumerable<IReportObserver> observers, TimeProvider clock)
{
    private long lastAcknowledged;

    /// <summary>When Ops-Center last acknowledged a report; null: not in this run.</summary>
    public DateTimeOffset? LastReportAt => Volatile.Read(ref lastAcknowledged) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>A request did not come through.</summary>
    internal void Failed(string reason) => troubles.Note(TroubleArea.Reporting, reason);

    /// <summary>A request came through.</summary>
    internal void Worked() => troubles.Clear(TroubleArea.Reporting);

    /// <summary>A report was judged.</summary>
    internal void Judged(ReportVerdict verdict, ReportAnswer answer)
    {
        metrics.CountReport(OutcomeOf(verdict, answer));
        if (verdict is ReportVerdict.Later)
            return;
        if (verdict is ReportVerdict.Acknowledged)
            Volatile.Write(ref lastAcknowledged, clock.GetUtcNow().UtcTicks);
        else
            troubles.Note(TroubleArea.DeadLetters, $"Ops-Center refused reports for good, the last one of job {answer.JobId}. See the folder dead-letters.");
        foreach (var observer in observers)
            observer.OnAnswered(answer);
    }

    private static string OutcomeOf(ReportVerdict verdict, ReportAnswer answer) => verdict switch
    {
        ReportVerdict.Acknowledged => answer.Body.TryGetProperty("replayed", out var replayed) && replayed.ValueKind is JsonValueKind.True ? "replayed" : "recorded",
        ReportVerdict.Refused => "refused",
        ReportVerdict.Later => "later",
    };
}
