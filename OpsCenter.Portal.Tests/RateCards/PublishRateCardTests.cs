using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.RateCards;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards;

public sealed class PublishRateCardTests : RateCardCommandTests
{
    [Fact]
    public async Task Publishing_makes_the_next_version_in_force_from_that_moment_and_ends_the_draft()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");

        var outcome = await PublishAsync(Portal.Ana, "  OpenAI raised its price  ");

        outcome.Should().Be(new PublishOutcome.Published(2, Portal.Clock.GetUtcNow()));
        var current = await CurrentAsync();
        current.Published.Head.Should().BeEquivalentTo(new { Version = 2, Note = "OpenAI raised its price", BaseVersion = 1, EffectiveFrom = Portal.Clock.GetUtcNow() });
        current.Published.PublishedByName.Should().Be("Ana");
        InputCostOf(current, Gpt4).Should().Be("0.04");
        (await DraftOf(Portal.Ana)).SavedAt.Should().BeNull();
    }

    [Fact]
    public async Task Open_pages_are_told_of_a_new_version_and_of_nothing_else()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        var afterTyping = Portal.Get<LiveMarks>().Take();

        await PublishAsync(Portal.Ana);

        afterTyping.Should().BeEmpty();
        Portal.Get<LiveMarks>().Take().Should().Equal(LiveTopic.RateCard);
    }

    [Fact]
    public async Task The_old_version_stays_as_it_was()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);
        Portal.Restart();

        var first = await Portal.Get<RateCardQueries>().FindAsync(Portal.Ana, 1, CancellationToken.None);

        InputCostOf(first!, Gpt4).Should().Be("0.03");
        (await Portal.Get<RateCardQueries>().FindAsync(Portal.Ana, 3, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Rows_keep_their_ids_and_a_deleted_row_is_absent()
    {
        var before = (await CurrentAsync()).Content;
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await SaveAsync(Portal.Ana, 1, Claude, null);

        await PublishAsync(Portal.Ana);

        var after = (await CurrentAsync()).Content;
        after.Routes.Select(r => (r.Route, r.Id)).Should().BeEquivalentTo(
            before.Routes.Where(r => r.Route != Claude.Name).Select(r => (r.Route, r.Id)));
        after.Agents.Should().Equal(before.Agents);
    }

    [Fact]
    public async Task The_default_agent_rate_is_published_too()
    {
        await TypeAsync(Portal.Ana, RateCardRowKey.Card, DefaultAgentRate, "0.006");

        await PublishAsync(Portal.Ana);

        (await CurrentAsync()).Content.DefaultAgentRatePer1K.Should().Be(0.006m);
    }

    [Fact]
    public async Task Of_two_publishers_at_once_exactly_one_wins_and_the_other_is_told_by_whom()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await TypeAsync(Portal.Ben, Claude, InputCost, "0.02");
        var (anas, bens) = (await DraftOf(Portal.Ana), await DraftOf(Portal.Ben));

        var outcomes = await Task.WhenAll(
            Task.Run(() => PublishAsync(Portal.Ana, anas)), Task.Run(() => PublishAsync(Portal.Ben, bens)));

        outcomes.OfType<PublishOutcome.Published>().Should().ContainSingle().Which.Version.Should().Be(2);
        var winner = outcomes[0] is PublishOutcome.Published ? "Ana" : "Ben";
        var late = outcomes.OfType<PublishOutcome.Outdated>().Should().ContainSingle().Subject;
        late.Latest.PublishedByName.Should().Be(winner);
        late.Latest.Head.PublishedAt.Should().Be(Portal.Clock.GetUtcNow());
        (await Portal.ScalarAsync<int>("select max(version) from rate_card_versions")).Should().Be(2);
        (await Portal.ScalarAsync<long>("select count(*) from rate_card_drafts")).Should().Be(1);
    }

    [Fact]
    public async Task Publishing_waits_for_a_job_that_is_being_priced_and_takes_its_time_afterwards()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        var reviewed = await DraftOf(Portal.Ana);
        await using var pricing = await Portal.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var job = await pricing.BeginTransactionAsync();
        await using (var gate = new NpgsqlCommand(RateCardGate.Share, pricing, job))
        {
            await gate.ExecuteNonQueryAsync();
        }

        var publishing = Task.Run(() => PublishAsync(Portal.Ana, reviewed));
        await WaitUntilBlockedAsync();
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await job.CommitAsync();

        (await publishing).Should().Be(new PublishOutcome.Published(2, Portal.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Versions_have_no_gaps_and_never_begin_before_the_one_before_them_even_when_the_clock_does_not_move()
    {
        foreach (var cost in new[] { "0.04", "0.05", "0.06" })
        {
            await TypeAsync(Portal.Ana, Gpt4, InputCost, cost);
            await PublishAsync(Portal.Ana);
        }

        var versions = await Portal.Get<RateCardQueries>().VersionsAsync(Portal.Ana, null, 10, CancellationToken.None);

        versions.Select(v => v.Version).Should().Equal(4, 3, 2, 1);
        versions.Select(v => v.Head.EffectiveFrom).Should().BeInDescendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_card_with_a_problem_is_refused_and_the_draft_stays()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "1000.5");

        var outcome = await PublishAsync(Portal.Ana);

        outcome.Should().BeOfType<PublishOutcome.Invalid>().Which.Problems.Should().Equal(
            new RateCardProblem(RateCardSection.Routes, "openai:gpt-4", "input_cost_per_1k", "At most 1,000 per 1K tokens."));
        (await DraftOf(Portal.Ana)).Draft.Changes.Should().ContainKey(Gpt4);
        (await CurrentAsync()).Published.Version.Should().Be(1);
    }

    [Fact]
    public async Task A_draft_that_changed_after_the_review_is_not_published()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        var reviewed = await DraftOf(Portal.Ana);
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.05");

        (await PublishAsync(Portal.Ana, reviewed)).Should().BeOfType<PublishOutcome.NotAsReviewed>();
    }

    [Fact]
    public async Task Publishing_without_a_draft_changes_nothing()
    {
        (await PublishAsync(Portal.Ana)).Should().BeOfType<PublishOutcome.NotAsReviewed>();
    }

    [Theory]
    [InlineData("   ", "Say in a few words why the prices change.")]
    [InlineData(null, "At most 500 characters.")]
    public async Task A_note_is_asked_for(string? note, string message)
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");

        var outcome = await PublishAsync(Portal.Ana, note ?? new string('n', 501));

        outcome.Should().Be(new PublishOutcome.NoteRefused(message));
    }

    [Fact]
    public async Task The_audit_row_tells_who_changed_which_cell_from_what_to_what_and_why()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.0400");

        await PublishAsync(Portal.Ana, "OpenAI raised its price");

        var row = await Portal.ScalarAsync<string>(
            """
            select concat_ws(' | ', actor_kind, actor_subject, subject_id, before, after, reason)
            from audit_entries where action = 'rate_card.published' and subject_id = '2'
            """);
        row.Should().Be(
            $$$"""user | {{{Portal.Ana.UserId}}} | 2 | {"routes/openai:gpt-4": {"input_cost_per_1k": "0.03"}} | {"routes/openai:gpt-4": {"input_cost_per_1k": "0.04"}} | OpenAI raised its price""");
    }

    [Theory]
    [InlineData("update rate_card_versions set note = 'other' where version = 1")]
    [InlineData("delete from rate_card_versions where version = 1")]
    [InlineData("update pricing_rules set input_cost_per_1k = 0")]
    [InlineData("delete from agent_pricing")]
    [InlineData("update tool_pricing set active = false")]
    [InlineData("truncate tool_pricing")]
    [InlineData("insert into tool_pricing (version, id, tool_name, unit_type, unit_price, unit_cost, meter, active) select 1, gen_random_uuid(), 'late', unit_type, unit_price, unit_cost, meter, active from tool_pricing limit 1")]
    public async Task The_database_refuses_to_change_a_published_version(string sql)
    {
        var act = () => Portal.ExecuteAsync(sql);

        (await act.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.IntegrityConstraintViolation);
    }

    [Theory]
    [InlineData(PlatformRole.Finance, true)]
    [InlineData(PlatformRole.Support, true)]
    [InlineData(null, false)]
    public async Task Finance_and_support_read_the_card_and_customers_do_not(PlatformRole? role, bool reads)
    {
        var act = () => Portal.Get<RateCardQueries>().CurrentAsync(Portal.Ana with { PlatformRole = role }, CancellationToken.None);

        if (reads)
        {
            await act.Should().NotThrowAsync();
        }
        else
        {
            await act.Should().ThrowAsync<AccessDeniedException>();
        }
    }

    private async Task WaitUntilBlockedAsync()
    {
        while (await Portal.ScalarAsync<long>("select count(*) from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and not granted") == 0
            && await Portal.ScalarAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 0)
        {
            await Task.Yield();
        }
    }
}
