using System.Net;
using FluentAssertions;

using Xunit;
using static OpsCenter.Portal.Tests.Brigade.Jobs.JobTests;

namespace OpsCenter.Portal.Tests.Brigade.Jobs;

/// <summary>A job_id runs once, whatever callers do.</summary>
public sealed class JobRepetitionTests : IAsyncLifetime
{
    private readonly JobsFixture brigade = new();

    public async Task InitializeAsync()
    {
        await brigade.InitializeAsync();
        foreach (var (key, value) in brigade.Models.SettingsOf("house_vllm:default"))
            brigade.Settings[key] = value;
    }

    public Task DisposeAsync() => brigade.DisposeAsync();

    [Fact]
    public async Task Asked_for_again_a_job_gives_the_same_answer_and_does_not_run_again()
    {
        await brigade.StartAsync();

        var (_, first) = await brigade.RunAsync(Job("Once"));
        var (_, again) = await brigade.RunAsync(Job("Once"));

        brigade.Models.Seen.Should().ContainSingle();
        (first.GetProperty("replayed").GetBoolean(), again.GetProperty("replayed").GetBoolean()).Should().Be((false, true));
        Text(again, "output").Should().Be(Text(first, "output"));
    }

    [Fact]
    public async Task Asked_for_twice_at_once_a_job_runs_once()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        brigade.Models.Answer = async (context, _) =>
        {
            arrived.TrySetResult();
            await release.Task;
            await ModelServer.StreamAsync(context, ["Done."], 1, 1);
        };
        await brigade.StartAsync();
        var first = brigade.RunAsync(Job("Once"));
        await arrived.Task;

        var second = brigade.RunAsync(Job("Once"));
        release.SetResult();

        Text((await first).Body, "output").Should().Be("Done.");
        Text((await second).Body, "output").Should().Be("Done.");
        brigade.Models.Seen.Should().ContainSingle();
    }

    [Fact]
    public async Task The_id_of_another_job_is_a_conflict()
    {
        await brigade.StartAsync();
        await brigade.RunAsync(Job("Once"));

        var (status, problem) = await brigade.RunAsync(Job("Once more"));

        (status, Text(problem, "code")).Should().Be((HttpStatusCode.Conflict, "job_conflict"));
    }

    [Fact]
    public async Task A_refused_job_may_be_asked_for_again()
    {
        brigade.OpsCenter.Customers[JobsFixture.Customer] = JobsFixture.CustomerJson(stop: "budget");
        await brigade.StartAsync();
        var refused = await brigade.RunAsync(Job("Once"));
        brigade.OpsCenter.Customers[JobsFixture.Customer] = JobsFixture.CustomerJson();
        brigade.Clock.Advance(TimeSpan.FromSeconds(1));

        var allowed = await brigade.RunAsync(Job("Once"));

        (refused.Status, allowed.Status).Should().Be((HttpStatusCode.Forbidden, HttpStatusCode.OK));
        allowed.Body.GetProperty("replayed").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task A_job_whose_caller_hung_up_ends_and_is_reported()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        brigade.Models.Answer = async (context, _) =>
        {
            arrived.TrySetResult();
            await release.Task;
            await ModelServer.StreamAsync(context, ["Done."], 1, 1);
        };
        await brigade.StartAsync();
        using (var hangUp = new CancellationTokenSource())
        {
            var asked = brigade.RunAsync(Job("Once"), hangUp.Token);
            await arrived.Task;
            await hangUp.CancelAsync();
            await FluentActions.Awaiting(() => asked).Should().ThrowAsync<OperationCanceledException>();
        }

        release.SetResult();

        await brigade.PricedAsync("job-1");
        Text((await brigade.RunAsync(Job("Once"))).Body, "output").Should().Be("Done.");
    }

    [Fact]
    public async Task A_job_in_the_spool_does_not_run_again_after_a_restart()
    {
        var release = new TaskCompletionSource();
        brigade.OpsCenter.MayAnswer = release.Task;
        await brigade.StartAsync();
        await brigade.RunAsync(Job("Once", tools: [new { tool = "web.search", units = 2.5 }]));
        await brigade.StopAsync();
        await brigade.StartAsync();

        var (status, again) = await brigade.RunAsync(Job("Once", tools: [new { tool = "web.search", units = 2.5 }]));

        brigade.Models.Seen.Should().ContainSingle();
        (status, Text(again, "status"), Text(again, "output")).Should().Be((HttpStatusCode.OK, "succeeded", null));
        again.GetProperty("usage").GetRawText().Should().Be(
            """{"input_tokens":100,"cached_input_tokens":0,"output_tokens":20,"tools_used":[{"tool":"web.search","units":2.5}]}""");
        release.SetResult();
        Text((await brigade.PricedAsync("job-1")).GetProperty("price"), "total").Should().Be("0.02708");
    }

    [Fact]
    public async Task More_jobs_than_may_run_are_refused_for_now()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        brigade.Settings["Jobs:MaxRunning"] = "1";
        brigade.Models.Answer = async (context, _) =>
        {
            arrived.TrySetResult();
            await release.Task;
            await ModelServer.StreamAsync(context, ["Done."], 1, 1);
        };
        await brigade.StartAsync();
        var first = brigade.RunAsync(Job("One", jobId: "1"));
        await arrived.Task;

        var (status, problem) = await brigade.RunAsync(Job("Two", jobId: "2"));

        (status, Text(problem, "code")).Should().Be((HttpStatusCode.ServiceUnavailable, "busy"));
        release.SetResult();
        (await first).Status.Should().Be(HttpStatusCode.OK);
    }
}
