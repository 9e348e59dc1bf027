using FluentAssertions;
using OpsCenter.Domain.Integrations;
using Xunit;

namespace OpsCenter.Portal.Tests.Contracts;

/// <summary>What any way to Brigade must do.</summary>
public abstract class BrigadeGatewayContract
{
    protected abstract IBrigadeGateway Gateway { get; }

    /// <summary>Takes what is behind it away; nothing when nothing is.</summary>
    protected abstract Task TakeAwayAsync();

    [Fact]
    public async Task Who_has_an_address_answers_and_who_has_none_says_so()
    {
        var isConnected = Gateway.Address is not null;

        var card = await Gateway.RefreshAsync(CancellationToken.None);
        var status = await Gateway.StatusAsync(CancellationToken.None);

        (card is BrigadeAnswer<BrigadeCard>.NotConnected, status is BrigadeAnswer<BrigadeStatus>.NotConnected).Should().Be((!isConnected, !isConnected));
        (card is BrigadeAnswer<BrigadeCard>.Given, status is BrigadeAnswer<BrigadeStatus>.Given).Should().Be((isConnected, isConnected));
    }

    [Fact]
    public async Task Refreshing_twice_does_no_harm_and_status_tells_the_same_version()
    {
        await Gateway.RefreshAsync(CancellationToken.None);

        var again = await Gateway.RefreshAsync(CancellationToken.None);
        var status = await Gateway.StatusAsync(CancellationToken.None);

        if (Gateway.Address is null)
            return;

        var card = again.Should().BeOfType<BrigadeAnswer<BrigadeCard>.Given>().Which.Value;
        card.HasChanged.Should().BeFalse();
        status.Should().BeOfType<BrigadeAnswer<BrigadeStatus>.Given>().Which.Value.CardVersion.Should().Be(card.Version);
    }

    [Fact]
    public async Task That_it_is_away_is_an_answer_in_a_sentence()
    {
        await TakeAwayAsync();

        var card = await Gateway.RefreshAsync(CancellationToken.None);
        var status = await Gateway.StatusAsync(CancellationToken.None);

        if (Gateway.Address is null)
            return;

        card.Should().BeOfType<BrigadeAnswer<BrigadeCard>.Failed>().Which.Reason.Should().MatchRegex("^[A-Z].*[.?]$");
        status.Should().BeOfType<BrigadeAnswer<BrigadeStatus>.Failed>().Which.Reason.Should().MatchRegex("^[A-Z].*[.?]$");
    }
}
