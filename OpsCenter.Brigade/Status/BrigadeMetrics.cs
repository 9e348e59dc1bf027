using System.Diagnostics.Metrics;

namespace OpsCenter.Brigade.Status;

/// <summary>
/// Counts what Brigade does: <c>opscenter_brigade_reports_total</c> by outcome (recorded, replayed, refused, later),
/// <c>opscenter_brigade_report_requests_total</c> by answer, <c>opscenter_brigade_card_requests_total</c> by outcome. The gauges are made by
/// <see cref="BrigadeGauges"/>.
/// </summary>
public sealed class BrigadeMetrics
{
    private readonly Counter<long> reports;
    private readonly Counter<long> reportRequests;
    private readonly Counter<long> cardRequests;

    /// <summary>Makes the instruments.</summary>
    public BrigadeMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(StatusRegistration.OwnMeters);
        reports = meter.CreateCounter<long>("opscenter.brigade.reports", description: "Answers to usage reports by outcome");
        reportRequests = meter.CreateCounter<long>("opscenter.brigade.report.requests", description: "Requests with usage reports by answer");
        cardRequests = meter.CreateCounter<long>("opscenter.brigade.card.requests", description: "Questions for the rate card by outcome");
    }

    /// <summary>Counts the answer to one report.</summary>
    public void CountReport(string outcome) => reports.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Counts a request with reports.</summary>
    public void CountReportRequest(string answer) => reportRequests.Add(1, new KeyValuePair<string, object?>("answer", answer));

    /// <summary>Counts a question for the card.</summary>
    public void CountCardRequest(string outcome) => cardRequests.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
