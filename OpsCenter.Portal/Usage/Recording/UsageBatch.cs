using System.Runtime.InteropServices;
using System.Text.Json;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>A JSON array of reports. Each stands or falls alone.</summary>
internal sealed class UsageBatch
{
    private UsageBatch(IReadOnlyList<UsageBatchItem> items) => Items = items;

    /// <summary>Its elements in their order.</summary>
    public IReadOnlyList<UsageBatchItem> Items { get; }

    /// <summary>The valid ones in their order.</summary>
    public IReadOnlyList<UsageReport> Reports => [.. Items.Select(item => item.Report).OfType<UsageReport>()];

    /// <summary>Reads a batch.</summary>
    /// <param name="array">The JSON array.</param>
    /// <param name="rules">How its reports are read.</param>
    /// <param name="errors">Collects what is wrong with the batch as such.</param>
    /// <returns>The batch, or null when there are errors.</returns>
    public static UsageBatch? Parse(JsonElement array, ReportRules rules, ReportErrors errors)
    {
        if (array.GetArrayLength() is 0 or > UsageLimits.MaxBatch)
        {
            errors.Add("$", $"A batch has 1 to {UsageLimits.MaxBatch} reports.");
        }

        if (rules.IdempotencyKey is not null)
        {
            errors.Add("Idempotency-Key", "Names one job. In a batch each report carries its own job_id.");
        }

        return errors.Any ? null : new UsageBatch([.. array.EnumerateArray().Select(element => ParseItem(element, rules))]);
    }

    private static UsageBatchItem ParseItem(JsonElement element, ReportRules rules)
    {
        if (JsonMarshal.GetRawUtf8Value(element).Length > UsageLimits.MaxReportBytes)
        {
            return new UsageBatchItem(null, UsageProblem.TooLarge($"A report has at most {UsageLimits.MaxReportBytes} bytes."));
        }

        var errors = new ReportErrors();
        var report = UsageReportParser.Parse(element, rules, errors);

        return report is null ? new UsageBatchItem(null, UsageProblem.Invalid(errors)) : new UsageBatchItem(report, null);
    }
}
