using System.Collections.Concurrent;
using OpsCenter.Brigade.Reports;

namespace OpsCenter.Portal.Tests.Brigade.Reports;

/// <summary>Keeps what observers are told.</summary>
internal sealed class AnswerLog : IReportObserver
{
    public ConcurrentQueue<(string JobId, int Status, bool IsAcknowledged, string Body)> Answers { get; } = new();

    public void OnAnswered(ReportAnswer answer) =>
        Answers.Enqueue((answer.JobId, answer.HttpStatus, answer.IsAcknowledged, answer.Body.GetRawText()));
}
