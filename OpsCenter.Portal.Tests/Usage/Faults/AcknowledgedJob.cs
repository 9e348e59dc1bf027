using System.Text.Json;

namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>What the portal promised when it took a job.</summary>
/// <param name="EventId">The job behind the receipt.</param>
/// <param name="Total">Its price; null when it is held.</param>
internal sealed record AcknowledgedJob(Guid EventId, string? Total)
{
    public static AcknowledgedJob Of(JsonElement answer)
    {
        var receipt = answer.GetProperty("receipt_url").GetString() ?? throw new InvalidOperationException("No receipt.");

        return new AcknowledgedJob(Guid.Parse(receipt[(receipt.LastIndexOf('/') + 1)..]), answer.GetProperty("total").GetString());
    }
}
