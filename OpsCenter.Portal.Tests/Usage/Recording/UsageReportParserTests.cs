using System.Text.Json;
using FluentAssertions;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

public sealed class UsageReportParserTests
{
    [Fact]
    public void The_briefs_report_is_read_as_it_stands()
    {
        var report = Reports.Valid(Reports.Brief().ToJsonString());

        report.CustomerRef.Should().Be("0199c1f2-0000-7000-8000-000000000001");
        report.JobId.Should().BeNull();
        report.OccurredAt.Should().BeNull();
        report.Usage.Should().BeEquivalentTo(new JobUsage
        {
            Agent = "research_pro",
            Route = "openai:gpt-4",
            InputTokens = 6000,
            OutputTokens = 2000,
            Tools = [new ToolUse("web.search", 3m)],
        });
    }

    [Fact]
    public void Every_optional_field_is_read()
    {
        var json = Reports.Brief();
        json["job_id"] = "job-1";
        json["occurred_at"] = "2026-06-15T10:30:00.1234567+02:00";
        json["status"] = "failed";
        json["cached_input_tokens"] = 1000;
        json["cache_write_tokens"] = 500;
        json["reasoning_tokens"] = 700;
        json["provider_cost"] = "0.1234";
        json["member_id"] = "member-7";
        json["metadata"] = new System.Text.Json.Nodes.JsonObject { ["team"] = "green" };

        var report = Reports.Valid(json.ToJsonString());

        report.JobId.Should().Be("job-1");
        report.OccurredAt.Should().Be(new DateTimeOffset(2026, 6, 15, 8, 30, 0, TimeSpan.Zero).AddTicks(1234560));
        report.Usage.Status.Should().Be(JobStatus.Failed);
        report.Usage.CachedInputTokens.Should().Be(1000);
        report.Usage.CacheWriteTokens.Should().Be(500);
        report.Usage.ProviderCost.Should().Be(0.1234m);
        report.ReasoningTokens.Should().Be(700);
        report.MemberRef.Should().Be("member-7");
        report.Metadata.Should().Equal(new Dictionary<string, string> { ["team"] = "green" });
    }

    [Theory]
    [InlineData("customer_id", "null")]
    [InlineData("customer_id", "5")]
    [InlineData("customer_id", "\"\"")]
    [InlineData("customer_id", "\"a\\u0000b\"")]
    [InlineData("customer_id", "\"\\ud800\"")]
    [InlineData("agent_name", "null")]
    [InlineData("route_used", "\"gpt-4\"")]
    [InlineData("route_used", "\":gpt-4\"")]
    [InlineData("route_used", "\"openai:\"")]
    [InlineData("input_tokens", "-1")]
    [InlineData("input_tokens", "1.5")]
    [InlineData("input_tokens", "\"6000\"")]
    [InlineData("input_tokens", "1000000001")]
    [InlineData("output_tokens", "99999999999999999999999")]
    [InlineData("byok_used", "\"yes\"")]
    [InlineData("status", "\"done\"")]
    [InlineData("status", "\"Failed\"")]
    [InlineData("cached_input_tokens", "6001")]
    [InlineData("cache_write_tokens", "6001")]
    [InlineData("reasoning_tokens", "2001")]
    [InlineData("provider_cost", "0.1")]
    [InlineData("provider_cost", "\"1e3\"")]
    [InlineData("provider_cost", "\"-0.1\"")]
    [InlineData("provider_cost", "\"0.1234567890123\"")]
    [InlineData("provider_cost", "\"2000000000.01\"")]
    [InlineData("occurred_at", "\"2026-06-15T10:30:00\"")]
    [InlineData("occurred_at", "\"2026-02-30T10:30:00Z\"")]
    [InlineData("occurred_at", "\"2026-03-07T11:59:59Z\"")]
    [InlineData("occurred_at", "\"2026-06-15T12:05:01Z\"")]
    [InlineData("occurred_at", "1750000000")]
    [InlineData("job_id", "\"\"")]
    [InlineData("job_id", "7")]
    [InlineData("member_id", "[]")]
    [InlineData("metadata", "[]")]
    [InlineData("tools_used", "{}")]
    public void An_invalid_value_is_refused_by_the_name_of_its_field(string field, string json)
    {
        var errors = Reports.ErrorsOf(Reports.BriefWith(field, json));

        errors.Should().ContainKey(field).WhoseValue.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("[{\"tool\":\"web.search\",\"units\":0}]", "tools_used[0].units")]
    [InlineData("[{\"tool\":\"web.search\",\"units\":1000000.1}]", "tools_used[0].units")]
    [InlineData("[{\"tool\":\"web.search\",\"units\":0.0000001}]", "tools_used[0].units")]
    [InlineData("[{\"tool\":\"web.search\",\"units\":1e2}]", "tools_used[0].units")]
    [InlineData("[{\"tool\":\"web.search\",\"units\":\"3\"}]", "tools_used[0].units")]
    [InlineData("[{\"tool\":\"web.search\"}]", "tools_used[0].units")]
    [InlineData("[{\"units\":1}]", "tools_used[0].tool")]
    [InlineData("[{\"tool\":\"web.search\",\"units\":1},{\"tool\":\"x\",\"units\":1,\"price\":2}]", "tools_used[1].price")]
    [InlineData("[7]", "tools_used[0]")]
    public void A_wrong_tool_is_refused_by_its_path(string tools, string path)
    {
        var errors = Reports.ErrorsOf(Reports.BriefWith("tools_used", tools));

        errors.Keys.Should().Equal(path);
    }

    [Fact]
    public void Unknown_and_repeated_fields_are_named_together()
    {
        var json = Reports.Brief().ToJsonString()[..^1] + ",\"prompt\":1,\"input_tokens\":6000,\"cost\":2}";

        var errors = Reports.ErrorsOf(json);

        errors.Keys.Should().BeEquivalentTo("prompt", "input_tokens", "cost");
    }

    [Fact]
    public void More_than_fifty_tools_or_twenty_pairs_are_refused()
    {
        var tools = $"[{string.Join(',', Enumerable.Repeat("{\"tool\":\"web.search\",\"units\":1}", 51))}]";
        var pairs = $"{{{string.Join(',', Enumerable.Range(0, 21).Select(i => $"\"k{i}\":\"v\""))}}}";

        Reports.ErrorsOf(Reports.BriefWith("tools_used", tools)).Keys.Should().Equal("tools_used");
        Reports.ErrorsOf(Reports.BriefWith("metadata", pairs)).Keys.Should().Equal("metadata");
    }

    [Fact]
    public void The_bounds_themselves_are_accepted()
    {
        var json = Reports.Brief();
        json["input_tokens"] = 1_000_000_000;
        json["output_tokens"] = 0;
        json["occurred_at"] = "2026-06-15T12:05:00Z";
        json["tools_used"]![0]!["units"] = JsonDocument.Parse("1000000").RootElement.Clone().GetInt32();
        json["job_id"] = new string('k', 128);
        json["provider_cost"] = "2000000000";

        Reports.Valid(json.ToJsonString()).Usage.InputTokens.Should().Be(1_000_000_000);
    }

    [Fact]
    public void The_header_may_stand_for_the_job_id_but_not_against_it()
    {
        var json = Reports.Brief();
        json["job_id"] = "a";
        using var document = JsonDocument.Parse(json.ToJsonString());
        var (same, other) = (new ReportErrors(), new ReportErrors());

        var accepted = UsageReportParser.Parse(document.RootElement, new ReportRules(Reports.Now, "a"), same);
        var refused = UsageReportParser.Parse(document.RootElement, new ReportRules(Reports.Now, "b"), other);

        accepted!.JobId.Should().Be("a");
        refused.Should().BeNull();
        other.ToDictionary().Keys.Should().Equal("job_id");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    public void Anything_but_an_object_is_refused(string json)
    {
        Reports.ErrorsOf(json).Keys.Should().Equal("$");
    }

    [Fact]
    public void A_hostile_number_of_errors_makes_a_bounded_answer()
    {
        var json = $"{{{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"x{i}\":1"))}}}";

        Reports.ErrorsOf(json).Count.Should().BeLessThanOrEqualTo(50);
    }
}
