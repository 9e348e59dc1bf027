using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Brigade.Cards;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Cards;

/// <summary>Which rate card Brigade obeys, whatever happens to Ops-Center and to the requests between them.</summary>
public sealed class CardRefreshTests : IAsyncLifetime
{
    private readonly BrigadeFixture brigade = new();

    private CardInUse? InUse => brigade.Services.GetRequiredService<CurrentCard>().InUse;

    private FakeOpsCenter OpsCenter => brigade.OpsCenter;

    public Task InitializeAsync() => brigade.InitializeAsync();

    public Task DisposeAsync() => brigade.DisposeAsync();

    [Fact]
    public async Task The_card_is_fetched_at_the_start()
    {
        await StartedAsync();

        InUse.Should().Match<CardInUse>(card => card.Card.Version == 1 && card.Source == CardSource.OpsCenter && !card.Stale);
    }

    [Fact]
    public async Task Ops_Center_is_asked_until_it_is_up()
    {
        OpsCenter.OnCard = context => FakeOpsCenter.RefuseAsync(context, 503, "busy");
        await brigade.StartAsync();
        await brigade.UntilAsync(() => OpsCenter.Tags.Count >= 3);
        InUse.Should().BeNull();

        OpsCenter.OnCard = null;
        await brigade.UntilAsync(() => InUse is not null);

        InUse!.Source.Should().Be(CardSource.OpsCenter);
    }

    [Fact]
    public async Task The_copy_on_disk_is_used_while_Ops_Center_is_away_and_says_so()
    {
        await StartedAsync();
        await brigade.StopAsync();
        OpsCenter.OnCard = context => FakeOpsCenter.RefuseAsync(context, 503, "busy");

        await brigade.StartAsync();

        InUse.Should().Match<CardInUse>(card => card.Card.Version == 1 && card.Source == CardSource.Disk && card.Stale);
        (await ReadyAsync()).Should().Be(HttpStatusCode.OK);
        OpsCenter.OnCard = null;
        await brigade.UntilAsync(() => InUse is { Source: CardSource.OpsCenter, Stale: false });
    }

    [Fact]
    public async Task A_spoiled_copy_on_disk_is_not_used()
    {
        await StartedAsync();
        await brigade.StopAsync();
        await File.AppendAllTextAsync(Path.Combine(brigade.Data, "rate-card"), "x");
        OpsCenter.OnCard = context => FakeOpsCenter.RefuseAsync(context, 503, "busy");

        await brigade.StartAsync();

        InUse.Should().BeNull();
        (await ReadyAsync()).Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_refresh_answers_after_the_new_card_is_in_use()
    {
        await StartedAsync();
        OpsCenter.CardVersion = 2;

        var (status, answer) = await RefreshAsync();

        status.Should().Be(HttpStatusCode.OK);
        answer.GetProperty("card_version").GetInt32().Should().Be(2);
        answer.GetProperty("changed").GetBoolean().Should().BeTrue();
        answer.GetProperty("fetched_at").GetDateTimeOffset().Should().Be(brigade.Clock.GetUtcNow());
        InUse!.Card.Version.Should().Be(2);
        (await RefreshAsync()).Answer.GetProperty("changed").GetBoolean().Should().BeFalse();
        OpsCenter.Tags.Last().Should().Be("\"rc-2\"");
    }

    [Fact]
    public async Task A_lost_refresh_is_made_up_for_by_the_next_poll()
    {
        await StartedAsync();
        OpsCenter.CardVersion = 2;

        await brigade.UntilAsync(() => InUse!.Card.Version == 2);

        InUse!.Source.Should().Be(CardSource.OpsCenter);
    }

    [Fact]
    public async Task Refreshes_at_the_same_time_share_one_question_asked_after_they_came()
    {
        await StartedAsync();
        var (arrived, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var before = OpsCenter.Tags.Count;
        OpsCenter.OnCard = async context =>
        {
            OpsCenter.OnCard = null;
            arrived.SetResult();
            await release.Task;
            await context.Response.WriteAsync(CardJson.Of(1).ToJsonString());
        };
        var refresher = brigade.Services.GetRequiredService<CardRefresher>();
        var first = refresher.RefreshAsync(CancellationToken.None);
        await arrived.Task;
        OpsCenter.CardVersion = 2;

        var others = Enumerable.Range(0, 10).Select(_ => refresher.RefreshAsync(CancellationToken.None)).ToList();
        release.SetResult();

        (await first).CardVersion.Should().Be(1);
        (await Task.WhenAll(others)).Should().OnlyContain(outcome => outcome.CardVersion == 2);
        OpsCenter.Tags.Count.Should().Be(before + 2);
    }

    [Fact]
    public async Task A_card_that_cannot_be_read_changes_nothing_and_is_said()
    {
        await StartedAsync();
        OpsCenter.OnCard = context => context.Response.WriteAsync("""{ "version": 2, "currency": "USD" }""");

        var (status, problem) = await RefreshAsync();

        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        problem.GetProperty("code").GetString().Should().Be("card_unavailable");
        problem.GetProperty("detail").GetString().Should().Contain("default_agent_rate_per_1k");
        InUse.Should().Match<CardInUse>(card => card.Card.Version == 1 && card.Stale);
    }

    [Fact]
    public async Task An_older_card_is_believed_only_after_a_minute()
    {
        OpsCenter.CardVersion = 5;
        await StartedAsync();
        OpsCenter.CardVersion = 4;

        (await RefreshAsync()).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        InUse!.Card.Version.Should().Be(5);
        brigade.Clock.Advance(TimeSpan.FromMinutes(1));
        await RefreshAsync();

        InUse!.Card.Version.Should().Be(4, "Ops-Center was restored from a backup");
    }

    [Fact]
    public async Task A_poll_without_news_confirms_the_card()
    {
        await StartedAsync();
        var fetchedAt = InUse!.FetchedAt;

        await brigade.UntilAsync(() => InUse!.FetchedAt > fetchedAt);

        OpsCenter.Tags.Last().Should().Be("\"rc-1\"");
        InUse!.Stale.Should().BeFalse();
    }

    private async Task StartedAsync()
    {
        await brigade.StartAsync();
        await brigade.UntilAsync(() => InUse is { Source: CardSource.OpsCenter });
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> RefreshAsync()
    {
        using var client = brigade.CreateClient();
        using var response = await client.PostAsync(new Uri("/api/v1/config/refresh", UriKind.Relative), null);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task<HttpStatusCode> ReadyAsync()
    {
        using var client = brigade.CreateClient();
        using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return response.StatusCode;
    }
}
