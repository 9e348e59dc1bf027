using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Reports;

namespace OpsCenter.Brigade.Status;

/// <summary>Gathers how Brigade is doing.</summary>
internal sealed class StatusReader(
    CurrentCard card, ReportSpool spool, DeadLetters deadLetters, ReporterNotes reporter, Troubles troubles, OpsCenterClock clock)
{
    private readonly DateTimeOffset startedAt = clock.LocalNow;

    /// <summary>How it is now.</summary>
    public BrigadeStatus Read()
    {
        var inUse = card.InUse;
        return new BrigadeStatus(
            inUse?.Card.Version,
            inUse?.FetchedAt.ToUniversalTime(),
            inUse is null ? null : BrigadeStatus.Word(inUse.Source),
            inUse is not { Stale: false },
            spool.Count,
            spool.OldestSpooledAt,
            deadLetters.Count,
            startedAt,
            reporter.LastReportAt,
            spool.Failure?.Message ?? troubles.Gravest,
            clock.Offset.TotalSeconds);
    }
}
