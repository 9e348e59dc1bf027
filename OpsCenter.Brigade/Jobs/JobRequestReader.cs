using System.Collections.Immutable;
using System.Text.Json;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Strict reading of a request: every invalid and every unknown field is named, nothing is guessed.</summary>
public sealed class JobRequestReader(OpsCenterClock clock)
{
    /// <summary>Most characters of a job's input.</summary>
    public const int MaxInputLength = 200_000;

    /// <summary>Most bytes of a request.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int MaxReferenceLength = 128;
    private const int MaxDepth = 8;
    private const string MaxCostRule = "Must be a string holding a plain decimal from 0 to 1000000, with at most 12 decimals.";
    private const string UnitsRule = "Must be a plain number above 0 and up to 1000000, with at most 6 decimals.";

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a request; null with the problem when it is not valid.</summary>
    internal JobRequest? Read(ReadOnlyMemory<byte> body, out BrigadeProblem? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Json);
            return Read(document.RootElement, out problem);
        }
        catch (JsonException no)
        {
            problem = new BrigadeProblem(
                "The body is not JSON, or names a field twice.", StatusCodes.Status400BadRequest, "invalid_json",
                Detail: $"Line {no.LineNumber + 1}, byte {no.BytePositionInLine + 1}.");
            return null;
        }
    }

    private JobRequest? Read(JsonElement json, out BrigadeProblem? problem)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var request = json.ValueKind is JsonValueKind.Object ? Take(new RequestFields(json, "", errors), errors) : null;
        if (json.ValueKind is not JsonValueKind.Object)
            errors["$"] = ["Must be an object."];

        problem = errors.Count == 0 ? null : new BrigadeProblem(
            "The job is not valid; nothing was started.", StatusCodes.Status422UnprocessableEntity, "invalid_job", Errors: errors);
        return problem is null ? request : null;
    }

    private JobRequest Take(RequestFields fields, Dictionary<string, string[]> errors)
    {
        var request = new JobRequest
        {
            JobId = fields.TakeText("job_id", MaxReferenceLength, isRequired: false) ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString(),
            CustomerId = fields.TakeText("customer_id", MaxReferenceLength, isRequired: true) ?? "",
            Agent = fields.TakeText("agent", PriceLimits.MaxNameLength, isRequired: true) ?? "",
            Input = fields.TakeText("input", MaxInputLength, isRequired: true, mayHaveLines: true) ?? "",
            Tools = TakeTools(fields, errors),
            MaxCost = fields.TakeDecimal(
                "max_cost",
                JsonValueKind.String,
                cost => cost is >= 0 and <= PriceLimits.MaxJobAmount && DecimalText.Decimals(cost) <= Rounding.FeeDecimals,
                MaxCostRule),
        };
        fields.RefuseRest();
        return request;
    }

    private static ImmutableArray<ToolUse> TakeTools(RequestFields fields, Dictionary<string, string[]> errors)
    {
        if (fields.Take("tools") is not { } tools)
            return [];

        if (tools.ValueKind is not JsonValueKind.Array || tools.GetArrayLength() > PriceLimits.MaxTools)
        {
            fields.Refuse("tools", $"Must be an array of at most {PriceLimits.MaxTools} tools.");
            return [];
        }

        return [.. tools.EnumerateArray().Select((tool, index) => TakeTool(tool, $"tools[{index}]", errors))];
    }

    private static ToolUse TakeTool(JsonElement tool, string path, Dictionary<string, string[]> errors)
    {
        if (tool.ValueKind is not JsonValueKind.Object)
        {
            errors.TryAdd(path, ["Must be an object."]);
            return default;
        }

        var fields = new RequestFields(tool, $"{path}.", errors);
        var name = fields.TakeText("tool", PriceLimits.MaxNameLength, isRequired: true);
        var units = fields.TakeDecimal(
            "units",
            JsonValueKind.Number,
            count => count is > 0 and <= PriceLimits.MaxUnits && DecimalText.Decimals(count) <= PriceLimits.UnitDecimals,
            UnitsRule);
        if (fields.Take("units") is null)
            fields.Refuse("units", "Required.");
        fields.RefuseRest();
        return new ToolUse(name ?? "", units ?? 1m);
    }
}
