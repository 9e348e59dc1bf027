using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Versions;

/// <summary>A changed agent beside drafts and a scheduled version, and what is refused.</summary>
public sealed class ChangeAgentRulesTests : RateCardCommandTests
{
    private const string Research = "research_pro";
    private static readonly RateCardRowKey ResearchKey = RateCardRowKey.Agent(Research);

    [Fact]
    public async Task Drafts_stay_and_move_onto_it_like_onto_any_other_version()
    {
        await TypeAsync(Portal.Ben, Claude, InputCost, "0.02");
        var seen = await SeenAsync();

        await ChangeAsync(seen, seen.With(Active, "false"));

        var draft = await DraftOf(Portal.Ben);
        draft.Draft.Changes.Keys.Should().Equal(Claude);
        draft.Newer!.Latest.Should().Be(2);
        draft.Newer.Merge.Conflicts.Should().BeEmpty();
    }

    [Fact]
    public async Task A_scheduled_version_follows_at_its_time_with_its_own_changes_on_top()
    {
        var time = Portal.Clock.GetUtcNow().AddDays(1);
        await TypeAsync(Portal.Ana, ResearchKey, MinFee, "0.25");
        await PublishAsync(Portal.Ana, new PublishTerms("From tomorrow") { EffectiveFrom = time });
        var seen = await SeenAsync();

        var outcome = await ChangeAsync(seen, seen.With(Active, "false"));

        outcome.Should().Be(new ChangeAgentOutcome.Published(3));
        (await SeenAsync()).Should().Match<RateCardRow>(row => row[Active] == "false" && row[MinFee] == "0");
        Portal.Clock.Advance(TimeSpan.FromDays(1));
        (await CurrentAsync()).Published.Head.Should().BeEquivalentTo(new { Version = 4, EffectiveFrom = time, Note = "From tomorrow" });
        (await SeenAsync()).Should().Match<RateCardRow>(row => row[Active] == "false" && row[MinFee] == "0.25");
    }

    [Fact]
    public async Task What_would_leave_the_scheduled_version_wrong_is_refused_as_a_whole()
    {
        await TypeAsync(Portal.Ana, ResearchKey, MinFee, "0.25");
        await PublishAsync(Portal.Ana, new PublishTerms("From tomorrow") { EffectiveFrom = Portal.Clock.GetUtcNow().AddDays(1) });
        var seen = await SeenAsync();

        var outcome = await ChangeAsync(seen, seen.With(MaxJobCost, "0.1"));

        outcome.Should().BeOfType<ChangeAgentOutcome.Invalid>().Which.Problems.Should().ContainSingle().Which.Field.Should().Be(MaxJobCost.Name);
        (await Portal.ScalarAsync<int>("select max(version) from rate_card_versions")).Should().Be(2);
        (await Portal.ScalarAsync<bool>("select cancelled_at is null from rate_card_versions where version = 2")).Should().BeTrue();
    }

    [Theory]
    [InlineData("rate_per_1k", "0,008")]
    [InlineData("rate_per_1k", "-1")]
    [InlineData("min_fee", "")]
    [InlineData("max_job_cost", "many")]
    [InlineData("display_name", "")]
    [InlineData("failure_policy", "")]
    [InlineData("failure_policy", "half")]
    [InlineData("preferred_class", "byok")]
    public async Task A_wrong_cell_is_named_and_nothing_is_published(string column, string text)
    {
        var seen = await SeenAsync();

        var outcome = await ChangeAsync(seen, seen.With(Of(RateCardSection.Agents).Single(one => one.Name == column), text));

        var problem = outcome.Should().BeOfType<ChangeAgentOutcome.Invalid>().Which.Problems.Should().ContainSingle().Subject;
        (problem.RowKey, problem.Field).Should().Be((Research, column));
        (await CurrentAsync()).Published.Version.Should().Be(1);
    }

    [Fact]
    public async Task A_ceiling_below_the_minimum_fee_is_refused_and_one_as_high_is_not()
    {
        var seen = await SeenAsync();

        var below = await ChangeAsync(seen, seen.With(MinFee, "0.5").With(MaxJobCost, "0.4999"));
        var equal = await ChangeAsync(seen, seen.With(MinFee, "0.5").With(MaxJobCost, "0.5"));

        below.Should().BeOfType<ChangeAgentOutcome.Invalid>().Which.Problems.Single().Field.Should().Be(MaxJobCost.Name);
        equal.Should().BeOfType<ChangeAgentOutcome.Published>();
    }

    [Fact]
    public async Task The_same_again_is_refused_however_it_is_written()
    {
        var seen = await SeenAsync();

        (await ChangeAsync(seen, seen.With(AgentRate, "0.00800"))).Should().BeOfType<ChangeAgentOutcome.Refused>().Which.Message.Should().Contain("Nothing differs");
    }

    [Fact]
    public async Task A_note_is_asked_for()
    {
        var seen = await SeenAsync();

        (await ChangeAsync(seen, seen.With(Active, "false"), " ")).Should().BeOfType<ChangeAgentOutcome.Refused>();
        (await CurrentAsync()).Published.Version.Should().Be(1);
    }

    [Fact]
    public async Task A_row_of_another_agent_is_a_mistake_of_the_caller()
    {
        var seen = await SeenAsync();

        var act = () => ChangeAsync(seen, seen.With(Name, "code_generator"));

        await act.Should().ThrowAsync<ArgumentException>();
    }

    [Theory]
    [InlineData(PlatformRole.Finance)]
    [InlineData(PlatformRole.Support)]
    [InlineData(null)]
    public async Task Who_may_not_edit_rate_cards_may_not_change_agents(PlatformRole? role)
    {
        var seen = await SeenAsync();

        var act = () => ChangeAsync(seen, null, by: Portal.Ana with { PlatformRole = role });

        await act.Should().ThrowAsync<AccessDeniedException>();
        (await CurrentAsync()).Published.Version.Should().Be(1);
    }

    // The agent is on the card in all of these tests.
    private async Task<RateCardRow> SeenAsync() => RateCardSheet.Of((await CurrentAsync()).Content).Find(ResearchKey)!;

    private Task<ChangeAgentOutcome> ChangeAsync(RateCardRow seen, RateCardRow? wanted, string note = "Because", Actor.User? by = null) =>
        Portal.Get<ChangeAgent>().HandleAsync(by ?? Portal.Ana, new ChangeAgentInput(Research, seen, wanted, note), CancellationToken.None);
}
