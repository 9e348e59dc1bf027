using FluentAssertions;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

public sealed class UsageReportHashTests
{
    [Theory]
    [InlineData("{\"route_used\":\"a:b\",\"customer_id\":\"c\",\"agent_name\":\"d\",\"output_tokens\":2,\"input_tokens\":1}")]
    [InlineData("  { \"customer_id\" : \"c\", \"agent_name\":\"d\",\n\"input_tokens\":1,\"output_tokens\":2,\"route_used\":\"a\\u003ab\" } ")]
    [InlineData("{\"customer_id\":\"c\",\"agent_name\":\"d\",\"input_tokens\":1,\"output_tokens\":2,\"route_used\":\"a:b\",\"job_id\":\"k\"}")]
    [InlineData("{\"customer_id\":\"c\",\"agent_name\":\"d\",\"input_tokens\":1,\"output_tokens\":2,\"route_used\":\"a:b\",\"member_id\":null}")]
    public void Order_spacing_escapes_nulls_and_the_key_make_no_difference(string same)
    {
        var first = Reports.Valid("{\"customer_id\":\"c\",\"agent_name\":\"d\",\"input_tokens\":1,\"output_tokens\":2,\"route_used\":\"a:b\"}");

        Reports.Valid(same).ContentHash.ToArray().Should().Equal(first.ContentHash.ToArray());
    }

    [Theory]
    [InlineData("status", "\"succeeded\"")]
    [InlineData("byok_used", "true")]
    [InlineData("input_tokens", "6001")]
    [InlineData("tools_used", "[]")]
    [InlineData("metadata", "{}")]
    [InlineData("metadata", "{\"a\":\"b\"}")]
    [InlineData("occurred_at", "\"2026-06-15T11:00:00Z\"")]
    public void What_was_sent_makes_a_difference_even_when_it_is_our_default(string field, string json)
    {
        var first = Reports.Valid(Reports.Brief().ToJsonString());

        var other = Reports.Valid(Reports.BriefWith(field, json));

        other.ContentHash.ToArray().Should().NotEqual(first.ContentHash.ToArray());
    }

    [Fact]
    public void Units_are_compared_as_numbers()
    {
        var three = Reports.Valid(Reports.BriefWith("tools_used", "[{\"tool\":\"web.search\",\"units\":3}]"));
        var alsoThree = Reports.Valid(Reports.BriefWith("tools_used", "[{\"units\":3.0,\"tool\":\"web.search\"}]"));

        alsoThree.ContentHash.ToArray().Should().Equal(three.ContentHash.ToArray());
    }
}
