using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using OpsCenter.Portal.Usage.Recording;

namespace OpsCenter.Portal.Tests.Usage.Recording;

/// <summary>Reports for tests: the brief's example, and changes to it.</summary>
internal static class Reports
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The brief's job, which costs 0.469 on version 1 of the rate card.</summary>
    public static JsonObject Brief(string customerId = "0199c1f2-0000-7000-8000-000000000001") => new()
    {
        ["customer_id"] = customerId,
        ["agent_name"] = "research_pro",
        ["input_tokens"] = 6000,
        ["output_tokens"] = 2000,
        ["tools_used"] = new JsonArray(new JsonObject { ["tool"] = "web.search", ["units"] = 3 }),
        ["route_used"] = "openai:gpt-4",
        ["byok_used"] = false,
    };

    /// <summary>The brief's job with one field set to a JSON value.</summary>
    public static string BriefWith(string field, string json, string customerId = "0199c1f2-0000-7000-8000-000000000001")
    {
        var report = Brief(customerId);
        report.Remove(field);

        return $"{report.ToJsonString()[..^1]},{JsonSerializer.Serialize(field)}:{json}}}";
    }

    public static UsageReport Valid(string json)
    {
        var (report, errors) = Parse(json);
        errors.Should().BeEmpty();

        return report!;
    }

    public static IReadOnlyDictionary<string, string[]> ErrorsOf(string json)
    {
        var (report, errors) = Parse(json);
        report.Should().BeNull();

        return errors;
    }

    private static (UsageReport? Report, IReadOnlyDictionary<string, string[]> Errors) Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var errors = new ReportErrors();
        var report = UsageReportParser.Parse(document.RootElement, new ReportRules(Now), errors);

        return (report, errors.ToDictionary());
    }
}
