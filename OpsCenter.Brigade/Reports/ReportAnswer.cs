using System.Text.Json;

namespace OpsCenter.Brigade.Reports;

/// <summary>Ops-Center's last word on a report.</summary>
/// <param name="JobId">The job.</param>
/// <param name="HttpStatus">201 recorded, 200 recorded before; anything else: refused for good.</param>
/// <param name="Body">The answer: a priced or held job, or a problem document. Valid during the call only; clone it to keep it.</param>
public sealed record ReportAnswer(string JobId, int HttpStatus, JsonElement Body)
{
    /// <summary>Whether Ops-Center has the report.</summary>
    public bool IsAcknowledged => HttpStatus is 200 or 201;
}
