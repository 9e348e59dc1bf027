using System.Text.Json;

namespace OpsCenter.Brigade.Reports;

/// <summary>What came back for one request with reports.</summary>
internal abstract record ReportReply
{
    private ReportReply()
    {
    }

    /// <summary>An answer for each report, in their order.</summary>
    public sealed record Answered(IReadOnlyList<(int HttpStatus, JsonElement Body)> Items) : ReportReply;

    /// <summary>The batch was refused as a whole: smaller ones may do.</summary>
    public sealed record BatchRefused(string Reason) : ReportReply;

    /// <summary>No answer, or one that decides nothing.</summary>
    /// <param name="Reason">Why, for a person.</param>
    /// <param name="RetryAfter">How long Ops-Center wants to be left alone; null: it did not say.</param>
    public sealed record Undecided(string Reason, TimeSpan? RetryAfter = null) : ReportReply;
}
