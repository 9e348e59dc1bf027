namespace OpsCenter.Brigade.Reports;

/// <summary>A report as it lies in the spool.</summary>
/// <param name="Body">The bytes that are sent, the same every time.</param>
/// <param name="SpooledAt">When it was spooled, by Brigade's clock.</param>
internal sealed record SpooledReport(byte[] Body, DateTimeOffset SpooledAt)
{
    /// <summary>The job it is about.</summary>
    public string JobId => ReportJson.JobIdOf(Body) ?? "";
}
