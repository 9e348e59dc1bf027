using System.Text.Json.Serialization;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>What Brigade is told about a job it reported.</summary>
public sealed record ReportedJob(
    [property: JsonPropertyName("job_id")] string JobId,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("rate_card_version")] int RateCardVersion,
    [property: JsonPropertyName("total")] string? Total,
    [property: JsonPropertyName("receipt_url")] Uri ReceiptUrl);
