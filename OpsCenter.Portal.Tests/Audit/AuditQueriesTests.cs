using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.Audit;

public sealed class AuditQueriesTests : IAsyncLifetime
{
    private AuditFixture? started;

    private AuditFixture Fixture => started ?? throw new InvalidOperationException("The fixture was not started.");

    public async Task InitializeAsync()
    {
        started = await AuditFixture.StartAsync();
        await Fixture.AppendAsync(5);
    }

    public async Task DisposeAsync() => await Fixture.DisposeAsync();

    [Fact]
    public async Task Pages_go_from_new_to_old_and_back()
    {
        var newest = await ListAsync(size: 2);
        var middle = await ListAsync(cursor: newest.Older, size: 2);
        var oldest = await ListAsync(cursor: middle.Older, size: 2);
        var back = await ListAsync(cursor: middle.Newer, size: 2);

        Subjects(newest).Should().Equal("5", "4");
        Subjects(middle).Should().Equal("3", "2");
        Subjects(oldest).Should().Equal("1");
        Subjects(back).Should().Equal("5", "4");
        (newest.Newer, oldest.Older, back.Newer).Should().Be((null, null, null));
    }

    [Theory]
    [InlineData("rate card pub", "rate_card.published")]
    [InlineData("RATE_CARD", "rate_card.published")]
    [InlineData("Reason 100", "rate_card.published")]
    [InlineData("100", "rate_card.published")]
    public async Task Text_is_sought_in_action_subject_and_reason(string text, string action)
    {
        await Fixture.AppendAsync(1, action, first: 100);

        (await ListAsync(new AuditFilter { Text = text })).Rows.Should().ContainSingle().Which.Action.Should().Be(action);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    public async Task What_is_typed_is_text_and_no_pattern(string text) =>
        (await ListAsync(new AuditFilter { Text = text == "_" ? "r_named" : text })).Rows.Should().BeEmpty();

    [Fact]
    public async Task Actor_customer_and_days_restrict()
    {
        var machine = new Actor.System("seed");
        await Fixture.AppendAsync(1, "rate_card.published", machine, first: 9);
        var customer = ((CreateCustomerOutcome.Created)await Fixture.Get<CreateCustomer>()
            .HandleAsync(AuditFixture.Admin, "Initech", CancellationToken.None)).Id;

        (await ListAsync(new AuditFilter { Actor = "seed" })).Rows.Should().ContainSingle().Which.ActorName.Should().Be("Ops-Center (seed)");
        (await ListAsync(new AuditFilter { CustomerId = customer })).Rows.Should().ContainSingle().Which.CustomerName.Should().Be("Initech");
        (await ListAsync(new AuditFilter { Days = new DayRange(AuditFixture.Now.AddSeconds(2), AuditFixture.Now.AddSeconds(4)) })).Rows
            .Select(row => row.SubjectId).Should().Equal("3", "2");
    }

    [Fact]
    public async Task A_row_tells_its_seal_once_it_has_one()
    {
        (await ListAsync()).Rows.Should().OnlyContain(row => row.Seal == null);

        await Fixture.SealAsync();

        (await ListAsync()).Rows.Select(row => row.Seal).Should().Equal(5, 4, 3, 2, 1);
    }

    [Fact]
    public async Task The_states_of_an_entry_are_what_is_stored() =>
        (await ListAsync()).Rows[0].States.Should().Be(new AuditStates("""{"name": "before 5"}""", """{"name": "after 5"}"""));

    [Fact]
    public async Task Those_who_acted_are_listed_by_name()
    {
        await Fixture.AppendAsync(1, "rate_card.published", new Actor.System("seed"), first: 9);

        (await Fixture.Get<AuditQueries>().ActorsAsync(AuditFixture.Admin, CancellationToken.None)).Should()
            .BeEquivalentTo([new AuditActor(AuditFixture.Admin.Subject, "a former operator"), new AuditActor("seed", "Ops-Center (seed)")]);
    }

    [Fact]
    public async Task Support_and_customers_read_nothing()
    {
        var support = () => Fixture.Get<AuditQueries>().ListAsync(
            new Actor.User(Guid.CreateVersion7(AuditFixture.Now), PlatformRole.Support, null, null), new AuditFilter(), null, 20, CancellationToken.None);

        await support.Should().ThrowAsync<AccessDeniedException>();
    }

    private static IEnumerable<string> Subjects(AuditList list) => list.Rows.Select(row => row.SubjectId);

    private Task<AuditList> ListAsync(AuditFilter? filter = null, JobCursor? cursor = null, int size = 20) =>
        Fixture.Get<AuditQueries>().ListAsync(AuditFixture.Admin, filter ?? new AuditFilter(), cursor, size, CancellationToken.None);
}
