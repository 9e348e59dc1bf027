using System.Text;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Jobs;
using OpsCenter.Domain.Usage;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Jobs;

public sealed class JobRequestTests
{
    private readonly JobRequestReader reader = new(new OpsCenterClock(new FakeTimeProvider()));

    [Fact]
    public void A_full_request_is_read()
    {
        var request = Read(
            """{"customer_id":"c","agent":"a","input":"line\nline","tools":[{"tool":"t","units":2.5}],"max_cost":"0.40","job_id":"j"}""", out var problem);

        problem.Should().BeNull();
        request!.Should().BeEquivalentTo(new { JobId = "j", CustomerId = "c", Agent = "a", Input = "line\nline", MaxCost = 0.40m });
        request!.Tools.Should().Equal(new ToolUse("t", 2.5m));
    }

    [Fact]
    public void Without_a_job_id_each_request_gets_one_of_its_own()
    {
        const string Body = """{"customer_id":"c","agent":"a","input":"i","tools":null,"job_id":null}""";

        Read(Body, out _)!.JobId.Should().NotBe(Read(Body, out _)!.JobId);
    }

    [Theory]
    [InlineData("""{}""", "customer_id", "agent", "input")]
    [InlineData("""[]""", "$")]
    [InlineData("""{"customer_id":"","agent":7,"input":"\ud800"}""", "customer_id", "agent", "input")]
    [InlineData("""{"customer_id":"c","agent":"a","input":"nul\u0000"}""", "input")]
    [InlineData("""{"customer_id":"c","agent":"a\n","input":"i"}""", "agent")]
    [InlineData("""{"customer_id":"c","agent":"a","input":"i","model":"x"}""", "model")]
    [InlineData("""{"customer_id":"c","agent":"a","input":"i","max_cost":0.4}""", "max_cost")]
    [InlineData("""{"customer_id":"c","agent":"a","input":"i","max_cost":"-1"}""", "max_cost")]
    [InlineData("""{"customer_id":"c","agent":"a","input":"i","max_cost":"1000000.1"}""", "max_cost")]
    [InlineData("""{"customer_id":"c","agent":"a","input":"i","tools":{}}""", "tools")]
    [InlineData("""{"customer_id":"c","agent":"a","input":"i","tools":["t"]}""", "tools[0]")]
    [InlineData("""{"customer_id":"c","agent":"a","input":"i","tools":[{"tool":"t","units":1},{"units":0,"x":1}]}""", "tools[1].tool", "tools[1].units", "tools[1].x")]
    [InlineData("""{"customer_id":"c","agent":"a","input":"i","tools":[{"tool":"t"}]}""", "tools[0].units")]
    [InlineData("""{"customer_id":"c","agent":"a","input":"i","tools":[{"tool":"t","units":0.0000001}]}""", "tools[0].units")]
    public void Every_wrong_field_is_named(string body, params string[] fields)
    {
        var request = Read(body, out var problem);

        request.Should().BeNull();
        (problem!.Status, problem.Code).Should().Be((422, "invalid_job"));
        problem.Errors!.Keys.Should().BeEquivalentTo(fields);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"customer_id":"c",""")]
    [InlineData("""{"agent":"a","agent":"b"}""")]
    public void What_is_no_JSON_is_told_so(string body)
    {
        Read(body, out var problem).Should().BeNull();

        (problem!.Status, problem.Code).Should().Be((400, "invalid_json"));
    }

    [Fact]
    public void An_input_that_is_too_long_is_refused()
    {
        Read($$"""{"customer_id":"c","agent":"a","input":"{{new string('x', JobRequestReader.MaxInputLength + 1)}}"}""", out var problem).Should().BeNull();

        problem!.Errors!.Keys.Should().Equal("input");
    }

    private JobRequest? Read(string body, out BrigadeProblem? problem) => reader.Read(Encoding.UTF8.GetBytes(body), out problem);
}
