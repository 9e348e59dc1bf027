using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Xunit;
using static OpsCenter.Portal.Tests.Brigade.Jobs.JobTests;

namespace OpsCenter.Portal.Tests.Brigade.Jobs;

/// <summary>Jobs that an OpenAI-compatible endpoint executes.</summary>
public sealed class JobModelTests : IAsyncLifetime
{
    private readonly JobsFixture brigade = new();

    public async Task InitializeAsync()
    {
        await brigade.InitializeAsync();
        foreach (var (key, value) in brigade.Models.SettingsOf("house_vllm:default"))
            brigade.Settings[key] = value;
        await brigade.StartAsync();
    }

    public Task DisposeAsync() => brigade.DisposeAsync();

    [Fact]
    public async Task A_streamed_answer_is_put_together_and_counted_as_the_provider_counts()
    {
        brigade.Models.Answer = (context, _) => ModelServer.StreamAsync(context, ["Twelve ", "wörds."], 100, 20, cached: 40);

        var (_, job) = await brigade.RunAsync(Job("Go"));

        Text(job, "output").Should().Be("Twelve wörds.");
        job.GetProperty("usage").GetRawText().Should().Be("""{"input_tokens":100,"cached_input_tokens":40,"output_tokens":20,"tools_used":[]}""");
        brigade.Models.Seen.Should().Equal(ModelServer.HouseKey);
    }

    [Fact]
    public async Task An_answer_in_one_piece_is_understood()
    {
        brigade.Models.Answer = (context, _) => context.Response.WriteAsJsonAsync(new
        {
            choices = new[] { new { message = new { role = "assistant", content = "All at once." } } },
            usage = new { prompt_tokens = 7, completion_tokens = 3 },
        });

        var (_, job) = await brigade.RunAsync(Job("Go"));

        (Text(job, "output"), Text(job, "status")).Should().Be(("All at once.", "succeeded"));
        job.GetProperty("usage").GetProperty("output_tokens").GetInt64().Should().Be(3);
    }

    [Fact]
    public async Task The_ceiling_stops_a_stream_and_hangs_up()
    {
        var hungUp = new TaskCompletionSource();
        brigade.Models.Answer = async (context, _) =>
        {
            context.RequestAborted.Register(() => hungUp.TrySetResult());
            while (!context.RequestAborted.IsCancellationRequested)
                await ModelServer.SendAsync(context, new { choices = new[] { new { delta = new { content = "sixteen letters!" } } } });
        };

        var (_, job) = await brigade.RunAsync(Job("Go", maxCost: "0.001"));

        (Text(job, "status"), Text(job.GetProperty("ended_by"), "code")).Should().Be(("aborted", "ceiling"));
        // One token of input costs 0.000016, one of output 0.000024: 41 fit, and each piece has 4.
        job.GetProperty("usage").GetProperty("output_tokens").GetInt64().Should().Be(40);
        await hungUp.Task;
    }

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_refusal_is_a_failed_job_that_used_nothing(int status)
    {
        brigade.Models.Answer = (context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        var (answer, job) = await brigade.RunAsync(Job("Go"));

        (answer, Text(job, "status")).Should().Be((HttpStatusCode.OK, "failed"));
        (Text(job.GetProperty("ended_by"), "message"), Text(job.GetProperty("price"), "total")).Should().Be(($"house_vllm:default answered {status}.", "0"));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_a_failed_job_with_what_came()
    {
        brigade.Models.Answer = (context, _) => ModelServer.SendAsync(context, new { choices = new[] { new { delta = new { content = "Half of" } } } });

        var (_, job) = await brigade.RunAsync(Job("Go"));

        (Text(job, "status"), Text(job, "output")).Should().Be(("failed", "Half of"));
        job.GetProperty("usage").GetProperty("output_tokens").GetInt64().Should().Be(2);
    }

    [Fact]
    public async Task A_job_that_takes_too_long_fails()
    {
        var arrived = new TaskCompletionSource();
        brigade.Models.Answer = (context, _) =>
        {
            arrived.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var running = brigade.RunAsync(Job("Go"));
        await arrived.Task;

        brigade.Clock.Advance(TimeSpan.FromSeconds(600));

        var (_, job) = await running;
        (Text(job, "status"), Text(job.GetProperty("ended_by"), "code")).Should().Be(("failed", "timeout"));
    }

    [Fact]
    public async Task A_running_job_is_stopped_and_reported_when_Brigade_shuts_down()
    {
        var arrived = new TaskCompletionSource();
        brigade.Models.Answer = async (context, _) =>
        {
            await ModelServer.SendAsync(context, new { choices = new[] { new { delta = new { content = "Half of" } } } });
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var running = brigade.RunAsync(Job("Go"));
        await arrived.Task;
        (await brigade.FindAsync("job-1")).Body.GetRawText().Should().Be("""{"job_id":"job-1","status":"running"}""");

        await brigade.StopAsync();

        var (_, job) = await running;
        (Text(job, "status"), Text(job.GetProperty("ended_by"), "code")).Should().Be(("aborted", "stopping"));
        await brigade.StartAsync();
        await JobsFixture.UntilAsync(() => brigade.OpsCenter.Reports.ContainsKey("job-1"));
        Text(brigade.OpsCenter.Reports["job-1"], "status").Should().Be("aborted");
    }
}
