namespace OpsCenter.Brigade.Reports;

/// <summary>Is told what became of each report. Register any number as singletons; after a restart a report may be told of twice.</summary>
public interface IReportObserver
{
    /// <summary>Ops-Center has answered for good. Called on the sender's thread: be quick and do not throw.</summary>
    void OnAnswered(ReportAnswer answer);
}
