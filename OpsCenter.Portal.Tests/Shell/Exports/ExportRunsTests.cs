using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell.Exports;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Exports;

public sealed class ExportRunsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider clock = new(Now);
    private readonly ExportRuns runs;

    public ExportRunsTests() => runs = new ExportRuns(clock);

    [Fact]
    public void Page_and_request_find_the_same_run_and_nobody_else_does()
    {
        var (id, ana, bob) = (Guid.CreateVersion7(Now), Person(), Person());

        var run = runs.Find(ana, id);

        run.Should().NotBeNull();
        runs.Find(ana, id).Should().BeSameAs(run);
        runs.Find(bob, id).Should().BeNull();
    }

    [Fact]
    public void A_run_starts_once_and_a_person_has_few_at_a_time()
    {
        var ana = Person();
        var running = Enumerable.Range(0, ExportRuns.MaxPerPerson).Select(_ => New(ana)).ToList();

        running.Should().OnlyContain(run => runs.TryStart(run));
        runs.TryStart(running[0]).Should().BeFalse();
        runs.TryStart(New(ana)).Should().BeFalse();
        runs.TryStart(New(Person())).Should().BeTrue();

        running[0].End(ExportState.Done);
        runs.TryStart(New(ana)).Should().BeTrue();
    }

    [Fact]
    public void What_was_stopped_stays_stopped()
    {
        var run = New(Person());
        runs.TryStart(run);

        run.Cancel();
        run.End(ExportState.Done);

        (run.State, run.Stopping.IsCancellationRequested).Should().Be((ExportState.Cancelled, true));
    }

    [Fact]
    public void Runs_that_are_over_are_forgotten()
    {
        var (ana, id) = (Person(), Guid.CreateVersion7(Now));
        var first = runs.Find(ana, id);

        clock.Advance(TimeSpan.FromMinutes(11));

        runs.Find(ana, id).Should().NotBeSameAs(first);
    }

    private static Actor.User Person() => new(Guid.CreateVersion7(Now), PlatformRole.Admin, null, null);

    private ExportRun New(Actor actor) => runs.Find(actor, Guid.CreateVersion7(Now)) ?? throw new InvalidOperationException("A new run has no other owner.");
}
