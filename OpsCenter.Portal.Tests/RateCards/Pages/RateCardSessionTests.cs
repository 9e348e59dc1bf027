using FluentAssertions;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Pages;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Pages;

public sealed class RateCardSessionTests : RateCardCommandTests
{
    [Fact]
    public async Task What_was_typed_is_on_the_server_a_moment_later()
    {
        using var session = await OpenAsync();
        using var closing = new CancellationTokenSource();
        var running = session.RunAsync(closing.Token);

        session.Editor!.Change(Gpt4, InputCost, "0.04");

        session.IsDirty.Should().BeTrue();
        await PassTimeUntilAsync(() => !session.IsDirty);
        (await DraftOf(Portal.Ben)).Sheet.Rows[Gpt4][InputCost].Should().Be("0.04");
        await closing.CancelAsync();
        await running.Invoking(r => r).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_change_that_cannot_be_saved_is_said_to_be_unsaved_and_is_saved_later()
    {
        using var session = await OpenAsync();
        using var closing = new CancellationTokenSource();
        var running = session.RunAsync(closing.Token);
        await Portal.ExecuteAsync("alter table rate_card_drafts rename to out_of_reach");

        session.Editor!.Change(Gpt4, InputCost, "0.04");
        await PassTimeUntilAsync(() => session.State is SaveState.Failed);

        session.IsDirty.Should().BeTrue();
        await Portal.ExecuteAsync("alter table out_of_reach rename to rate_card_drafts");
        await PassTimeUntilAsync(() => session.State is SaveState.Saved);
        (await DraftOf(Portal.Ben)).Sheet.Rows[Gpt4][InputCost].Should().Be("0.04");
        await closing.CancelAsync();
        await running.Invoking(r => r).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_draft_without_conflicts_follows_a_colleagues_version_and_the_news_are_told()
    {
        await TypeAsync(Portal.Ben, Claude, InputCost, "0.02");
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);

        using var session = await OpenAsync();

        session.Editor!.View.Base.Version.Should().Be(2);
        session.News!.Versions.Should().ContainSingle().Which.Version.PublishedByName.Should().Be("Ana");
        session.HasConflicts.Should().BeFalse();
        session.Editor.ChangeCount.Should().Be(1);
    }

    [Fact]
    public async Task A_draft_with_a_conflict_waits_and_is_settled_by_a_choice()
    {
        await TypeAsync(Portal.Ben, Gpt4, InputCost, "0.05");
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);
        using var session = await OpenAsync();
        session.HasConflicts.Should().BeTrue();

        await session.MoveAsync(new Dictionary<RateCardRowKey, ConflictChoice> { [Gpt4] = ConflictChoice.Mine }, CancellationToken.None);

        session.HasConflicts.Should().BeFalse();
        session.Editor!.View.Base.Version.Should().Be(2);
        session.Editor.RowToSave(Gpt4)![InputCost].Should().Be("0.05");
    }

    [Fact]
    public async Task What_was_typed_while_another_tab_moved_the_draft_goes_onto_the_newer_version()
    {
        await TypeAsync(Portal.Ben, Claude, InputCost, "0.02");
        using var session = await OpenAsync();
        await TypeAsync(Portal.Ana, Gpt4, Markup, "30");
        await PublishAsync(Portal.Ana);
        await Portal.Get<MoveDraft>().HandleAsync(
            Portal.Ben, new MoveDraftInput(2, new Dictionary<RateCardRowKey, ConflictChoice>()), CancellationToken.None);

        session.Editor!.Change(Claude, OutputCost, "0.1");
        session.Editor.Delete(RateCardRowKey.Tool("web.search"));
        await session.SaveAsync(CancellationToken.None);

        session.IsDirty.Should().BeFalse();
        var sheet = (await DraftOf(Portal.Ben)).Sheet;
        sheet.Rows[Claude][OutputCost].Should().Be("0.1");
        sheet.Find(RateCardRowKey.Tool("web.search")).Should().BeNull();
        sheet.Rows[Gpt4][Markup].Should().Be("30");
    }

    private async Task<RateCardSession> OpenAsync()
    {
        await Portal.SignInAsync(Portal.Ben);
        var session = Portal.Get<RateCardSession>();
        await session.OpenAsync(CancellationToken.None);

        return session;
    }

    private async Task PassTimeUntilAsync(Func<bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        while (!reached())
        {
            patience.Token.ThrowIfCancellationRequested();
            Portal.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }
}
