using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Versions;

public sealed class ChangeAgentTests : RateCardCommandTests
{
    private const string Research = "research_pro";
    private static readonly RateCardRowKey ResearchKey = RateCardRowKey.Agent(Research);

    [Fact]
    public async Task A_change_is_the_next_version_in_force_at_once_with_its_note_its_audit_and_a_message_to_Brigade()
    {
        var seen = await SeenAsync();

        var outcome = await ChangeAsync(seen, seen!.With(Active, "false"), "Too many complaints");

        outcome.Should().Be(new ChangeAgentOutcome.Published(2));
        var current = await CurrentAsync();
        current.Content.Agents.Single(agent => agent.Name == Research).Active.Should().BeFalse();
        current.Published.Head.Should().BeEquivalentTo(new { Version = 2, BaseVersion = 1, Note = "Too many complaints", Scheduled = false });
        (await Portal.ScalarAsync<string>("select (before ->> 'agents/research_pro') || ' to ' || (after ->> 'agents/research_pro') from audit_entries where action = 'rate_card.published' and subject_id = '2'"))
            .Should().Be("""{"active": "true"} to {"active": "false"}""");
        (await Portal.ScalarAsync<long>("select count(*) from outbox where kind = 'brigade.refresh' and key = 'rc-2'")).Should().Be(1);
    }

    [Fact]
    public async Task Nothing_but_the_one_row_changes_and_it_keeps_its_id()
    {
        var first = (await CurrentAsync()).Content;
        var seen = await SeenAsync();

        await ChangeAsync(seen, seen!.With(AgentRate, "0.009").With(MinFee, "0.05").With(MaxJobCost, "0.4").With(PreferredClass, "house"));

        var current = (await CurrentAsync()).Content;
        var changed = current.Agents.Single(agent => agent.Name == Research);
        changed.Should().Be(first.Agents.Single(agent => agent.Name == Research) with
        {
            RatePer1K = 0.009m,
            MinFee = 0.05m,
            MaxJobCost = 0.4m,
            PreferredClass = RouteClass.House,
        });
        RateCardDiff.Between(first, current).Select(difference => difference.Key).Should().Equal(ResearchKey);
        current.Routes.Should().BeEquivalentTo(first.Routes);
    }

    [Fact]
    public async Task A_new_agent_is_added_and_an_archived_one_comes_back_with_the_id_it_had()
    {
        var first = (await CurrentAsync()).Content.Agents.Single(agent => agent.Name == Research);
        var seen = await SeenAsync();

        (await ChangeAsync(seen, null, "Gone")).Should().Be(new ChangeAgentOutcome.Published(2));
        (await CurrentAsync()).Content.Agents.Should().NotContain(agent => agent.Name == Research);
        (await ChangeAsync(null, seen, "Back")).Should().Be(new ChangeAgentOutcome.Published(3));

        (await CurrentAsync()).Content.Agents.Single(agent => agent.Name == Research).Should().Be(first);
        var added = seen!.With(Name, "translator").With(DisplayName, "Translator");
        (await Portal.Get<ChangeAgent>().HandleAsync(Portal.Ana, new ChangeAgentInput("translator", null, added, "New"), CancellationToken.None))
            .Should().Be(new ChangeAgentOutcome.Published(4));
        (await CurrentAsync()).Content.Agents.Single(agent => agent.Name == "translator").Id.Should().NotBe(first.Id);
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_was_first_and_what_is_there_now_and_changes_nothing()
    {
        var seen = await SeenAsync();
        await ChangeAsync(seen, seen!.With(AgentRate, "0.009"), by: Portal.Ana);
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana, "Another row, later");

        var outcome = await ChangeAsync(seen, seen.With(MinFee, "0.1"), by: Portal.Ben);

        var changed = outcome.Should().BeOfType<ChangeAgentOutcome.ChangedMeanwhile>().Subject;
        changed.There![AgentRate].Should().Be("0.009");
        (changed.By.PublishedByName, changed.By.Head.Version).Should().Be(("Ana", 2));
        (await CurrentAsync()).Published.Version.Should().Be(3);
    }

    [Fact]
    public async Task Who_changes_an_agent_that_a_colleague_archived_is_told_so()
    {
        var seen = await SeenAsync();
        await ChangeAsync(seen, null, by: Portal.Ana);

        var outcome = await ChangeAsync(seen, seen!.With(MinFee, "0.1"), by: Portal.Ben);

        var changed = outcome.Should().BeOfType<ChangeAgentOutcome.ChangedMeanwhile>().Subject;
        (changed.There, changed.By.PublishedByName, changed.By.Head.Version).Should().Be((null, "Ana", 2));
    }

    [Fact]
    public async Task What_a_colleague_does_to_another_agent_is_in_nobodys_way()
    {
        var seen = await SeenAsync();
        var other = RateCardRowKey.Agent("code_generator");
        var otherRow = RateCardSheet.Of((await CurrentAsync()).Content).Find(other)!;
        await Portal.Get<ChangeAgent>().HandleAsync(
            Portal.Ana, new ChangeAgentInput("code_generator", otherRow, otherRow.With(Active, "false"), "Off"), CancellationToken.None);

        var outcome = await ChangeAsync(seen, seen!.With(MinFee, "0.1"), by: Portal.Ben);

        outcome.Should().Be(new ChangeAgentOutcome.Published(3));
        (await CurrentAsync()).Content.Agents.Select(agent => (agent.Name, agent.Active, agent.MinFee))
            .Should().BeEquivalentTo([(Research, true, 0.1m), ("code_generator", false, 0m)]);
    }

    [Fact]
    public async Task Of_two_at_once_one_publishes_and_the_other_is_told()
    {
        var seen = await SeenAsync();

        var outcomes = await Task.WhenAll(
            ChangeAsync(seen, seen!.With(MinFee, "0.1"), by: Portal.Ana), ChangeAsync(seen, seen.With(MinFee, "0.2"), by: Portal.Ben));

        outcomes.OfType<ChangeAgentOutcome.Published>().Should().ContainSingle().Which.Version.Should().Be(2);
        outcomes.OfType<ChangeAgentOutcome.ChangedMeanwhile>().Should().ContainSingle().Which.By.Head.Version.Should().Be(2);
    }

    private async Task<RateCardRow?> SeenAsync() => RateCardSheet.Of((await CurrentAsync()).Content).Find(ResearchKey);

    private Task<ChangeAgentOutcome> ChangeAsync(RateCardRow? seen, RateCardRow? wanted, string note = "Because", Actor.User? by = null) =>
        Portal.Get<ChangeAgent>().HandleAsync(by ?? Portal.Ana, new ChangeAgentInput(Research, seen, wanted, note), CancellationToken.None);
}
