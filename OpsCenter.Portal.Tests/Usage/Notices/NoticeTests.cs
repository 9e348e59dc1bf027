using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Tests.Usage.Holds;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Duplicates;
using OpsCenter.Portal.Usage.Notices;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Notices;

public sealed class NoticeTests : IAsyncLifetime
{
    private readonly HoldsFixture fixture = new();

    public Task InitializeAsync() => fixture.InitializeAsync();

    public Task DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_quiet_portal_has_no_notices() => (await TitlesAsync()).Should().BeEmpty();

    [Fact]
    public async Task Holds_are_a_notice_after_a_day_and_not_before()
    {
        await fixture.RecordAsync(fixture.NewRoute());
        var young = await TitlesAsync();

        fixture.Clock.Advance(TimeSpan.FromHours(25));

        young.Should().NotContain(title => title.Contains("held"));
        (await TitlesAsync()).Should().Contain("1 job has been held for more than a day");
    }

    [Fact]
    public async Task Reports_without_a_key_are_counted_by_source_for_a_day()
    {
        await fixture.RecordAsync("openai:gpt-4");
        await fixture.RecordAsync("openai:gpt-4");
        var now = await TitlesAsync();

        fixture.Clock.Advance(TimeSpan.FromHours(25));

        now.Should().ContainSingle(title => title.EndsWith("sent 2 reports without a job key in the last 24 hours"));
        (await TitlesAsync()).Should().NotContain(title => title.Contains("job key"));
    }

    [Fact]
    public async Task A_route_whose_margin_is_below_the_floor_is_named_with_what_it_left()
    {
        // Without markup the model leaves nothing; agent and tool leave 0.018 of 1.028.
        var route = fixture.NewRoute();
        await fixture.PublishAsync((route, 1m));

        await fixture.RecordAsync(route, age: TimeSpan.Zero);

        var titles = await TitlesAsync();
        titles.Should().Contain($"{route} left 1.8 % of its revenue in the last 7 days");
        titles.Should().Contain("1 price on the rate card below the margin floor");
    }

    [Fact]
    public async Task Likely_duplicates_are_a_notice_until_they_are_decided()
    {
        await fixture.RecordAsync("openai:gpt-4");
        await fixture.RecordAsync("openai:gpt-4");
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await fixture.Get<FindDuplicates>().HandleAsync(new Actor.System("duplicates"), CancellationToken.None);
        var open = await TitlesAsync();

        var duplicate = (await fixture.Get<DuplicateQueries>().ListAsync(JobsFixture.Admin, DuplicateState.Open, CancellationToken.None)).Single();
        await fixture.Get<ResolveDuplicate>().DismissAsync(JobsFixture.Admin, duplicate, CancellationToken.None);

        open.Should().Contain("1 job looks as if reported twice");
        (await TitlesAsync()).Should().NotContain(title => title.Contains("twice"));
    }

    [Fact]
    public async Task Pages_are_told_when_the_notices_are_others_and_only_then()
    {
        var (board, marks) = (fixture.Get<NoticeBoard>(), fixture.Get<LiveMarks>());
        await board.RefreshAsync(CancellationToken.None);
        await fixture.RecordAsync("openai:gpt-4");
        marks.Take();

        await board.RefreshAsync(CancellationToken.None);
        var first = marks.Take();
        await board.RefreshAsync(CancellationToken.None);

        first.Should().Equal(LiveTopic.Notices);
        marks.Take().Should().BeEmpty();
        board.For(JobsFixture.Admin).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Customers_have_no_notices()
    {
        var member = JobsFixture.MemberOf(fixture.Acme);

        await ((Func<Task>)(() => fixture.Get<NoticeQueries>().GetAsync(member, CancellationToken.None))).Should().ThrowAsync<AccessDeniedException>();
        ((Action)(() => fixture.Get<NoticeBoard>().For(member))).Should().Throw<AccessDeniedException>();
    }

    private async Task<IEnumerable<string>> TitlesAsync() =>
        (await fixture.Get<NoticeQueries>().GetAsync(JobsFixture.Finance, CancellationToken.None)).Select(notice => notice.Title);
}
