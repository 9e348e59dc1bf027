using System.Text.Json;
using OpsCenter.Brigade.Reports;

namespace OpsCenter.Brigade.Jobs;

/// <summary>What Ops-Center said a job costs.</summary>
/// <param name="Status"><c>priced</c> or <c>held</c>, or <c>refused</c> when it refused the report for good.</param>
/// <param name="LlmFee">Model fee; null unless priced, as all amounts.</param>
/// <param name="AgentFee">Agent fee.</param>
/// <param name="ToolsFee">Tools fee.</param>
/// <param name="Total">Their sum.</param>
/// <param name="Currency">The currency of the amounts.</param>
/// <param name="Version">The version that priced it.</param>
public sealed record OpsCentersPrice(
    string Status, string? LlmFee, string? AgentFee, string? ToolsFee, string? Total, string? Currency, int? Version)
{
    private const string Refused = "refused";

    /// <summary>Reads an answer. Nothing in it is needed, so nothing in it can fail.</summary>
    public static OpsCentersPrice Of(ReportAnswer answer)
    {
        var body = answer.Body;

        return answer.IsAcknowledged && body.ValueKind is JsonValueKind.Object
            ? new OpsCentersPrice(
                Text(body, "status") ?? "priced",
                Text(body, "llm_fee"),
                Text(body, "agent_fee"),
                Text(body, "tools_fee"),
                Text(body, "total"),
                Text(body, "currency"),
                body.TryGetProperty("rate_card_version", out var version) && version.TryGetInt32(out var number) ? number : null)
            : new OpsCentersPrice(Refused, null, null, null, null, null, null);
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
