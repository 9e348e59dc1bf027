using System.Text.Json;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Reports;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Reports;

/// <summary>Reports on their way to an Ops-Center that does everything it may do, and some that it may not.</summary>
public sealed class ReporterTests : IAsyncLifetime
{
    private readonly BrigadeFixture brigade = new();
    private readonly AnswerLog log = new();

    private ReportSpool Spool => brigade.Services.GetRequiredService<ReportSpool>();

    private FakeOpsCenter OpsCenter => brigade.OpsCenter;

    public async Task InitializeAsync()
    {
        brigade.Adjust = services => services.AddSingleton<IReportObserver>(log);
        await brigade.InitializeAsync();
        await brigade.StartAsync();
    }

    public Task DisposeAsync() => brigade.DisposeAsync();

    [Fact]
    public async Task A_report_alone_goes_singly_and_its_answer_is_told()
    {
        await AppendAsync("a");
        await EmptiedAsync();

        OpsCenter.Bodies.Should().ContainSingle().Which.Should().StartWith("{");
        OpsCenter.Recorded.Keys.Should().Equal("a");
        log.Answers.Should().ContainSingle().Which.Should().Match<(string JobId, int Status, bool IsAcknowledged, string Body)>(
            answer => answer.JobId == "a" && answer.Status == 201 && answer.IsAcknowledged && answer.Body.Contains("0.469"));
    }

    [Fact]
    public async Task What_waits_together_goes_in_batches()
    {
        await WhileAwayAsync(() => AppendAsync([.. Enumerable.Range(0, 1_500).Select(i => $"job-{i}")]));
        await EmptiedAsync();

        OpsCenter.Recorded.Should().HaveCount(1_500);
        OpsCenter.Replays.Should().Be(0);
        OpsCenter.Bodies.Max(body => body.StartsWith('[') ? JsonDocument.Parse(body).RootElement.GetArrayLength() : 1).Should().Be(1_000);
    }

    [Fact]
    public async Task A_storm_of_503_loses_nothing_and_repeats_the_same_bytes()
    {
        var storm = 0;
        OpsCenter.OnReports = context => Interlocked.Increment(ref storm) <= 20 ? Answered(FakeOpsCenter.RefuseAsync(context, 503, "busy")) : Task.FromResult(false);

        await AppendAsync("a");
        await EmptiedAsync();

        OpsCenter.Bodies.Should().HaveCount(21);
        OpsCenter.Bodies.Distinct().Should().ContainSingle();
        OpsCenter.Recorded.Keys.Should().Equal("a");
    }

    [Fact]
    public async Task A_lost_answer_leads_to_the_same_report_and_one_record()
    {
        OpsCenter.LosesAnswers = true;
        await AppendAsync("a", "b");
        await brigade.UntilAsync(() => OpsCenter.Recorded.Count == 2);

        OpsCenter.LosesAnswers = false;
        await EmptiedAsync();

        OpsCenter.Recorded.Should().HaveCount(2);
        OpsCenter.Replays.Should().BeGreaterThan(0);
        log.Answers.Select(answer => answer.JobId).Should().BeEquivalentTo("a", "b");
        Spool.Count.Should().Be(0);
    }

    [Fact]
    public async Task What_was_acknowledged_twice_is_recorded_once()
    {
        await AppendAsync("a");
        await AppendAsync("a");
        await EmptiedAsync();

        OpsCenter.Recorded.Keys.Should().Equal("a");
        OpsCenter.Replays.Should().Be(1);
        DeadLetters.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_report_refused_for_good_moves_aside_and_holds_up_nobody()
    {
        OpsCenter.OnReport = job => job switch
        {
            "conflict" => (409, "job_conflict"),
            "invalid" => (422, "invalid_usage"),
            _ => null,
        };
        await WhileAwayAsync(() => AppendAsync("a", "conflict", "b", "invalid", "c"));
        await EmptiedAsync();

        OpsCenter.Recorded.Keys.Should().BeEquivalentTo("a", "b", "c");
        DeadLetters.Count.Should().Be(2);
        var lines = Directory.EnumerateFiles(DeadLetters.Location).SelectMany(File.ReadLines).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Select(line => line.GetProperty("job_id").GetString()).Should().BeEquivalentTo("conflict", "invalid");
        lines[0].GetProperty("answer").GetProperty("code").GetString().Should().Be("job_conflict");
        lines[0].GetProperty("report").GetProperty("customer_id").GetString().Should().NotBeNullOrEmpty();
        log.Answers.Should().Contain(answer => answer.JobId == "invalid" && answer.Status == 422 && !answer.IsAcknowledged);
    }

    [Fact]
    public async Task A_report_alone_that_is_refused_for_good_moves_aside()
    {
        OpsCenter.OnReport = _ => (422, "invalid_usage");

        await AppendAsync("a");
        await EmptiedAsync();

        DeadLetters.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_report_that_fails_again_and_again_lets_the_others_pass()
    {
        OpsCenter.OnReport = job => job == "poison" ? (500, "internal_error") : null;
        await WhileAwayAsync(() => AppendAsync("poison", "a", "b"));
        await brigade.UntilAsync(() => OpsCenter.Recorded.Count == 2);
        await AppendAsync("c");
        await brigade.UntilAsync(() => OpsCenter.Recorded.Count == 3);

        OpsCenter.OnReport = _ => null;
        await EmptiedAsync();

        OpsCenter.Recorded.Keys.Should().BeEquivalentTo("poison", "a", "b", "c");
        DeadLetters.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task What_is_no_word_on_the_report_keeps_it(int status)
    {
        OpsCenter.OnReports = context => Answered(FakeOpsCenter.RefuseAsync(context, status, "other"));
        await AppendAsync("a");
        await brigade.UntilAsync(() => OpsCenter.Bodies.Count >= 3);
        Spool.Count.Should().Be(1);

        OpsCenter.OnReports = _ => Task.FromResult(false);
        await EmptiedAsync();

        OpsCenter.Recorded.Keys.Should().Equal("a");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(400)]
    [InlineData(422)]
    public async Task A_page_of_somebody_else_neither_acknowledges_nor_condemns(int status)
    {
        OpsCenter.OnReports = context =>
        {
            context.Response.StatusCode = status;
            return Answered(context.Response.WriteAsync("<html>Welcome to the network</html>"));
        };
        await AppendAsync("a");
        await brigade.UntilAsync(() => OpsCenter.Bodies.Count >= 3);
        Spool.Count.Should().Be(1);

        OpsCenter.OnReports = _ => Task.FromResult(false);
        await EmptiedAsync();

        OpsCenter.Recorded.Keys.Should().Equal("a");
        DeadLetters.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_on_the_way_goes_in_smaller_ones()
    {
        OpsCenter.OnReports = context => context.Request.ContentLength > 5_000 ? Answered(FakeOpsCenter.RefuseAsync(context, 413, "too_large")) : Task.FromResult(false);
        await WhileAwayAsync(() => AppendAsync([.. Enumerable.Range(0, 100).Select(i => $"job-{i}")]));
        await EmptiedAsync();

        OpsCenter.Recorded.Should().HaveCount(100);
        DeadLetters.Count.Should().Be(0);
    }

    [Fact]
    public async Task Jobs_carry_Ops_Centers_time_when_Brigades_clock_is_ahead()
    {
        OpsCenter.Ahead = TimeSpan.FromMinutes(-10);
        var clock = brigade.Services.GetRequiredService<OpsCenterClock>();
        await brigade.UntilAsync(() => clock.Offset < TimeSpan.FromMinutes(-9));

        await Spool.AppendAsync(JobReports.Of("a", clock.GetUtcNow()), CancellationToken.None);
        await EmptiedAsync();

        OpsCenter.Recorded.Keys.Should().Equal("a");
        DeadLetters.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_job_from_before_the_clock_was_known_to_be_ahead_waits_for_its_time()
    {
        OpsCenter.Ahead = TimeSpan.FromMinutes(-10);
        await Spool.AppendAsync(JobReports.Of("ahead", brigade.Clock.GetUtcNow()), CancellationToken.None);
        await brigade.UntilAsync(() => OpsCenter.Bodies.Count >= 2);
        await AppendAsync("a");
        await brigade.UntilAsync(() => OpsCenter.Recorded.ContainsKey("a"));

        await EmptiedAsync();

        OpsCenter.Recorded.Keys.Should().BeEquivalentTo("a", "ahead");
        DeadLetters.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_job_of_too_long_ago_is_refused_for_good()
    {
        await Spool.AppendAsync(JobReports.Of("old", brigade.Clock.GetUtcNow() - TimeSpan.FromDays(101)), CancellationToken.None);
        await EmptiedAsync();

        DeadLetters.Count.Should().Be(1);
    }

    [Fact]
    public async Task What_waited_at_a_kill_is_sent_at_the_next_start_and_counted_once()
    {
        OpsCenter.LosesAnswers = true;
        await AppendAsync("a", "b", "c");
        await brigade.UntilAsync(() => OpsCenter.Recorded.Count == 3);
        await brigade.StopAsync();

        OpsCenter.LosesAnswers = false;
        await brigade.StartAsync();
        await EmptiedAsync();

        OpsCenter.Recorded.Should().HaveCount(3);
        OpsCenter.Replays.Should().BeGreaterThanOrEqualTo(3);
        DeadLetters.Count.Should().Be(0);
    }

    private DeadLetters DeadLetters => brigade.Services.GetRequiredService<DeadLetters>();

    private static async Task<bool> Answered(Task answer)
    {
        await answer;
        return true;
    }

    private Task AppendAsync(params string[] jobs) =>
        Task.WhenAll(jobs.Select(job => Spool.AppendAsync(JobReports.Of(job, brigade.Clock.GetUtcNow()), CancellationToken.None)));

    private async Task WhileAwayAsync(Func<Task> act)
    {
        var during = OpsCenter.OnReports;
        OpsCenter.OnReports = context => Answered(FakeOpsCenter.RefuseAsync(context, 503, "busy"));
        await act();
        OpsCenter.OnReports = during;
    }

    private Task EmptiedAsync() => brigade.UntilAsync(() => Spool.Count == 0);
}
