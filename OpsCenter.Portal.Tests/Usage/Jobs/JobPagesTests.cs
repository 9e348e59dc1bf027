using FluentAssertions;
using OpsCenter.Portal.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Jobs;

public sealed class JobPagesTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(100)]
    public async Task Walking_the_pages_both_ways_gives_every_job_once_and_in_order(int size)
    {
        var (customer, expected) = await RecordAsync(40);

        var older = await WalkAsync(customer, null, size, page => page.Older);
        var newer = await WalkAsync(customer, older[^1].Newer, size, page => page.Newer);
        newer.Reverse();

        IdsOf(older).Should().Equal(expected);
        IdsOf(newer).Should().Equal(older.Count == 1 ? expected : expected.SkipLast(older[^1].Rows.Count));
    }

    [Fact]
    public async Task A_job_recorded_meanwhile_neither_moves_nor_repeats_the_older_ones()
    {
        var (customer, expected) = await RecordAsync(12);
        var first = await PageAsync(customer, null, 5);

        await fixture.RecordAsync(fixture.Brief(customer) with { OccurredAt = JobsFixture.Now.AddMinutes(1) });
        var second = await PageAsync(customer, first.Older, 5);

        second.Rows.Select(job => job.EventId).Should().Equal(expected.Skip(5).Take(5));
    }

    [Fact]
    public async Task One_page_that_holds_all_links_nowhere()
    {
        var (customer, _) = await RecordAsync(3);

        var page = await PageAsync(customer, null, 3);

        (page.Newer, page.Older).Should().Be((null, null));
    }

    [Fact]
    public async Task Nothing_is_newer_than_the_newest_job()
    {
        var (customer, _) = await RecordAsync(3);
        var newest = (await PageAsync(customer, null, 1)).Rows[0];

        var page = await PageAsync(customer, new JobCursor(newest.OccurredAt, newest.EventId, JobCursorDirection.Newer), 10);

        page.Rows.Should().BeEmpty();
    }

    private static IEnumerable<Guid> IdsOf(IEnumerable<JobList> pages) => pages.SelectMany(page => page.Rows).Select(job => job.EventId);

    // Eleven moments, a microsecond to weeks apart, so that many jobs share one and some lie in another month.
    private async Task<(Guid Customer, List<Guid> NewestFirst)> RecordAsync(int count)
    {
        var customer = await fixture.CreateCustomerAsync("Pages");
        var recorded = new List<(DateTimeOffset At, Guid Id)>();

        for (var i = 0; i < count; i++)
        {
            var at = i % 11 == 0 ? JobsFixture.Now.AddMicroseconds(-1) : JobsFixture.Now.AddDays(-3 * (i % 11));
            recorded.Add((at, await fixture.RecordAsync(fixture.Brief(customer) with { OccurredAt = at })));
        }

        return (customer, [.. recorded.OrderByDescending(job => job.At).ThenByDescending(job => job.Id).Select(job => job.Id)]);
    }

    private async Task<List<JobList>> WalkAsync(Guid customer, JobCursor? start, int size, Func<JobList, JobCursor?> next)
    {
        var pages = new List<JobList> { await PageAsync(customer, start, size) };

        while (next(pages[^1]) is { } cursor)
            pages.Add(await PageAsync(customer, cursor, size));

        return pages;
    }

    private Task<JobList> PageAsync(Guid customer, JobCursor? cursor, int size) => fixture.Get<JobQueries>().ListAsync(
        JobsFixture.Admin, new JobFilter { CustomerId = customer }, cursor, size, CancellationToken.None);
}
