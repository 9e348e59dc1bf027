using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Versions;

public sealed class FormerAgentsTests : RateCardCommandTests
{
    private static readonly RateCardRowKey Research = RateCardRowKey.Agent("research_pro");

    [Fact]
    public async Task An_agent_that_left_the_card_is_found_as_it_last_was()
    {
        await TypeAsync(Portal.Ana, Research, MinFee, "0.1");
        await PublishAsync(Portal.Ana);
        await SaveAsync(Portal.Ana, 2, Research, null);
        await PublishAsync(Portal.Ana);

        var found = await ListAsync();

        found.Should().ContainSingle();
        (found[0].Price.Name, found[0].Price.MinFee, found[0].LastVersion).Should().Be(("research_pro", 0.1m, 2));
        (await Portal.Get<FormerAgents>().FindAsync(Portal.Ana, "research_pro", CancellationToken.None)).Should().Be(found[0]);
        (await Portal.Get<FormerAgents>().FindAsync(Portal.Ana, "code_generator", CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task One_that_came_back_is_no_former_one()
    {
        await SaveAsync(Portal.Ana, 1, Research, null);
        await PublishAsync(Portal.Ana);

        await Portal.Get<RollBackRateCard>().HandleAsync(Portal.Ana, new RollBackInput(1, 2, new PublishTerms("Back")), CancellationToken.None);

        (await ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task One_that_leaves_tomorrow_is_on_the_card_until_then()
    {
        await SaveAsync(Portal.Ana, 1, Research, null);
        await PublishAsync(Portal.Ana, new PublishTerms("From tomorrow") { EffectiveFrom = Portal.Clock.GetUtcNow().AddDays(1) });

        var before = await ListAsync();
        Portal.Clock.Advance(TimeSpan.FromDays(1));
        var after = await ListAsync();

        before.Should().BeEmpty();
        after.Select(agent => (agent.Price.Name, agent.LastVersion)).Should().Equal(("research_pro", 1));
    }

    [Fact]
    public async Task One_that_was_only_ever_in_a_cancelled_version_never_was()
    {
        var key = RateCardRowKey.Agent("planned");
        var row = (await DraftOf(Portal.Ana)).Sheet.Find(Research)!.With(Name, "planned");
        await SaveAsync(Portal.Ana, 1, key, row);
        await PublishAsync(Portal.Ana, new PublishTerms("From tomorrow") { EffectiveFrom = Portal.Clock.GetUtcNow().AddDays(1) });
        await Portal.Get<CancelScheduledVersion>().HandleAsync(Portal.Ana, 2, CancellationToken.None);
        Portal.Clock.Advance(TimeSpan.FromDays(2));

        (await ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_may_not_see_rate_cards_may_not_see_them()
    {
        var act = () => Portal.Get<FormerAgents>().ListAsync(Portal.Ana with { PlatformRole = null }, CancellationToken.None);

        await act.Should().ThrowAsync<AccessDeniedException>();
    }

    private Task<IReadOnlyList<FormerAgent>> ListAsync() => Portal.Get<FormerAgents>().ListAsync(Portal.Ana, CancellationToken.None);
}
