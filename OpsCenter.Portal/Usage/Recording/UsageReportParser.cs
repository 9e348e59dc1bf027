using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Strict validation of one report: every invalid and every unknown field is named, nothing is guessed.</summary>
internal static class UsageReportParser
{
    private const string UnitsRule = "Must be a plain number above 0 and up to 1000000, with at most 6 decimals.";
    private const string ProviderCostRule = "Must be a string holding a plain decimal from 0 to 2000000000, with at most 12 decimals.";

    /// <summary>Reads a report.</summary>
    /// <param name="element">The JSON value.</param>
    /// <param name="rules">What else counts.</param>
    /// <param name="errors">Collects what is wrong.</param>
    /// <returns>The report, or null when there are errors.</returns>
    public static UsageReport? Parse(JsonElement element, ReportRules rules, ReportErrors errors)
    {
        if (ReportFields.Open(element, "", errors) is not { } fields)
        {
            return null;
        }

        var jobId = TakeJobId(fields, rules, errors);
        var customer = fields.TakeText("customer_id", UsageLimits.MaxReferenceLength, required: true);
        var member = fields.TakeText("member_id", UsageLimits.MaxReferenceLength, required: false);
        var occurredAt = TakeOccurredAt(fields, errors);
        var isOutOfTime = IsOutOfTime(occurredAt, rules.Now);
        var usage = TakeUsage(fields, errors);
        var reasoning = fields.TakeWhole("reasoning_tokens", PriceLimits.MaxTokens, required: false) ?? 0;
        var metadata = TakeMetadata(fields, errors);
        fields.RefuseRest();
        CheckParts(usage, reasoning, errors);

        if (isOutOfTime && jobId is null)
        {
            errors.Add("occurred_at", UsageLimits.TimeRule);
        }

        return errors.Any ? null : new UsageReport
        {
            JobId = jobId,
            CustomerRef = customer!, // no errors: a required field is there
            MemberRef = member,
            OccurredAt = occurredAt,
            IsOutOfTime = isOutOfTime,
            Usage = usage,
            ReasoningTokens = reasoning,
            Metadata = metadata,
            Size = JsonMarshal.GetRawUtf8Value(element).Length,
            ContentHash = UsageReportHash.Of(element),
        };
    }

    private static string? TakeJobId(ReportFields fields, ReportRules rules, ReportErrors errors)
    {
        var jobId = fields.TakeText("job_id", UsageLimits.MaxReferenceLength, required: false);

        if (rules.IdempotencyKey is not { } idempotencyKey)
        {
            if (jobId is null && rules.RequiresJobKey)
            {
                errors.Add("job_id", "Required: this credential reports only jobs with a key.");
            }

            return jobId;
        }

        if (idempotencyKey.Length is 0 or > UsageLimits.MaxReferenceLength || idempotencyKey.Any(char.IsControl))
        {
            errors.Add("Idempotency-Key", $"Must have 1 to {UsageLimits.MaxReferenceLength} characters.");
        }
        else if (jobId is not null && jobId != idempotencyKey)
        {
            errors.Add("job_id", "Differs from the header Idempotency-Key.");
        }

        return idempotencyKey;
    }

    private static JobUsage TakeUsage(ReportFields fields, ReportErrors errors) => new()
    {
        Agent = fields.TakeText("agent_name", PriceLimits.MaxNameLength, required: true) ?? "",
        Route = TakeRoute(fields, errors),
        Byok = fields.TakeFlag("byok_used") ?? false,
        Status = TakeStatus(fields, errors),
        InputTokens = fields.TakeWhole("input_tokens", PriceLimits.MaxTokens, required: true) ?? 0,
        OutputTokens = fields.TakeWhole("output_tokens", PriceLimits.MaxTokens, required: true) ?? 0,
        CachedInputTokens = fields.TakeWhole("cached_input_tokens", PriceLimits.MaxTokens, required: false) ?? 0,
        CacheWriteTokens = fields.TakeWhole("cache_write_tokens", PriceLimits.MaxTokens, required: false) ?? 0,
        ProviderCost = fields.TakeDecimal("provider_cost", JsonValueKind.String, JobUsage.MaxProviderCost, 12, ProviderCostRule),
        Tools = TakeTools(fields, errors),
    };

    private static string TakeRoute(ReportFields fields, ReportErrors errors)
    {
        var route = fields.TakeText("route_used", (2 * PriceLimits.MaxNameLength) + 1, required: true);

        if (route is not null && route.IndexOf(':', StringComparison.Ordinal) is var colon && (colon < 1 || colon == route.Length - 1))
        {
            errors.Add(fields.PathOf("route_used"), "Must be provider:model.");
        }

        return route ?? "";
    }

    private static JobStatus TakeStatus(ReportFields fields, ReportErrors errors)
    {
        var text = fields.TakeText("status", UsageLimits.MaxReferenceLength, required: false);

        if (text is not null && !EnumText<JobStatus>.TryParse(text, out _))
        {
            errors.Add(fields.PathOf("status"), $"Must be one of {string.Join(", ", EnumText<JobStatus>.All)}.");
        }

        return EnumText<JobStatus>.TryParse(text, out var status) ? status : JobStatus.Succeeded;
    }

    private static DateTimeOffset? TakeOccurredAt(ReportFields fields, ReportErrors errors)
    {
        var text = fields.TakeText("occurred_at", 40, required: false);

        if (text is null)
        {
            return null;
        }

        if (Rfc3339.TryParse(text, out var occurredAt))
        {
            return occurredAt;
        }

        errors.Add(fields.PathOf("occurred_at"), "Must be an RFC 3339 timestamp with an offset, such as 2026-06-01T12:00:00Z.");

        return null;
    }

    private static bool IsOutOfTime(DateTimeOffset? occurredAt, DateTimeOffset now) =>
        occurredAt < now - UsageLimits.MaxAge || occurredAt > now + UsageLimits.MaxAhead;

    private static ImmutableArray<ToolUse> TakeTools(ReportFields fields, ReportErrors errors)
    {
        var element = fields.Take("tools_used");

        if (element is null)
        {
            return [];
        }

        if (element.Value.ValueKind != JsonValueKind.Array || element.Value.GetArrayLength() > PriceLimits.MaxTools)
        {
            errors.Add(fields.PathOf("tools_used"), $"Must be an array of at most {PriceLimits.MaxTools} objects.");

            return [];
        }

        return [.. element.Value.EnumerateArray().Select((item, index) => TakeTool(item, fields.PathOf($"tools_used[{index}]"), errors))];
    }

    private static ToolUse TakeTool(JsonElement item, string path, ReportErrors errors)
    {
        if (ReportFields.Open(item, path, errors) is not { } fields)
        {
            return default;
        }

        var tool = fields.TakeText("tool", PriceLimits.MaxNameLength, required: true);
        var units = fields.TakeDecimal("units", JsonValueKind.Number, PriceLimits.MaxUnits, PriceLimits.UnitDecimals, UnitsRule);

        if (units is null or 0)
        {
            errors.Add(fields.PathOf("units"), UnitsRule);
        }

        fields.RefuseRest();

        return new ToolUse(tool ?? "", units ?? 0);
    }

    private static ImmutableSortedDictionary<string, string> TakeMetadata(ReportFields fields, ReportErrors errors) =>
        fields.Take("metadata") is { } element
            ? ReportMetadata.Read(element, fields.PathOf("metadata"), errors)
            : ImmutableSortedDictionary<string, string>.Empty;

    private static void CheckParts(JobUsage usage, long reasoning, ReportErrors errors)
    {
        if (usage.CachedInputTokens + usage.CacheWriteTokens > usage.InputTokens)
        {
            errors.Add(
                usage.CachedInputTokens > usage.InputTokens ? "cached_input_tokens" : "cache_write_tokens",
                "Cached and cache-write tokens are part of input_tokens and cannot exceed them.");
        }

        if (reasoning > usage.OutputTokens)
        {
            errors.Add("reasoning_tokens", "Reasoning tokens are part of output_tokens and cannot exceed them.");
        }
    }
}
