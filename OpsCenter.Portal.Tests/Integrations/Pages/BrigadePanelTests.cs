using Bunit;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Integrations;
using OpsCenter.Portal.Integrations.Pages;
using OpsCenter.Portal.Tests.RateCards;
using Xunit;

namespace OpsCenter.Portal.Tests.Integrations.Pages;

/// <summary>What an operator reads about Brigade, state by state.</summary>
public sealed class BrigadePanelTests : BunitContext, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2027, 1, 10, 10, 42, 0, TimeSpan.Zero);

    private static readonly BrigadeStatus Well = new(0, Now.AddHours(-1))
    {
        CardVersion = 7,
        CardFetchedAt = Now,
        CardSource = BrigadeCardSource.OpsCenter,
        LastReportAt = Now,
    };

    private readonly RateCardDatabase portal = new();

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await portal.SignInAsync(portal.Ana);
        Services.AddMudServices();
        Services.AddSingleton(portal.Get<RefreshBrigade>()).AddSingleton(portal.Get<TestBrigade>());
        Services.AddTransient(_ => portal.Get<Portal.Security.CurrentActor>());
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public void Up_to_date() => TextOf(Seen(Well)).Should().ContainAll("Up to date", "Version 7", "ours: version 7", "None", "last arrived", "http://brigade.example:8100/");

    [Fact]
    public void Behind() => TextOf(Seen(Well with { CardVersion = 6 }) with { BehindSince = Now }).Should().ContainAll("Behind since 10 Jan 2027, 10:42 UTC", "Version 6", "ours: version 7");

    [Fact]
    public void Ahead() => TextOf(Seen(Well with { CardVersion = 8 })).Should().Contain("Has a version unknown here");

    [Fact]
    public void Not_connected() => TextOf(new BrigadeView(null, 7, null, new BrigadeSeen(Now) { RefreshAskedAt = Now, RefreshVersion = 7 }))
        .Should().ContainAll("Not connected", "set Brigade:Url", "Nobody was told of version 7").And.NotContain("Refresh now");

    [Fact]
    public void Not_asked_yet() => TextOf(Seen(Well) with { Seen = null }).Should().Contain("Not asked yet");

    [Fact]
    public void Away() => TextOf(Seen(Well) with { Seen = new BrigadeSeen(Now) { AnsweredAt = Now, Error = "Brigade does not answer.", Status = Well } })
        .Should().ContainAll("No answer", "Brigade does not answer. What stands below is what it said last.", "Version 7");

    [Fact]
    public void With_reports_that_wait_and_a_card_from_disk() => TextOf(Seen(Well with
    {
        SpooledReports = 3,
        OldestSpooledAt = Now,
        IsStale = true,
        CardSource = BrigadeCardSource.Disk,
        LastError = "Ops-Center is away.",
    })).Should().ContainAll("3 reports", "oldest since", "works with the rate card on its disk", "Its last error: Ops-Center is away.");

    [Theory]
    [InlineData(1, "Ops-Center refused 1 report for good. Its job is in no invoice")]
    [InlineData(2, "Ops-Center refused 2 reports for good. Their jobs are in no invoice")]
    public void With_reports_that_were_refused(int count, string words) => TextOf(Seen(Well with { RefusedReports = count })).Should().Contain(words);

    [Fact]
    public void Without_a_card() => TextOf(Seen(Well with { CardVersion = null })).Should().Contain("No rate card");

    [Fact]
    public void Who_may_not_manage_it_finds_no_button() =>
        Render<BrigadePanel>(card => card.Add(c => c.View, Seen(Well)).Add(c => c.MayManage, false)).FindAll("button").Should().BeEmpty();

    [Fact]
    public void A_refresh_asks_once_however_often_it_is_clicked_and_says_what_came_of_it()
    {
        portal.Brigade.Has(1, Now);
        var answer = new TaskCompletionSource<BrigadeAnswer<BrigadeStatus>>();
        portal.Brigade.Status = () => answer.Task;
        var card = Render<BrigadePanel>(c => c.Add(x => x.View, Seen(Well)).Add(x => x.MayManage, true));

        var asking = card.FindAll("button")[1].ClickAsync(new());
        card.WaitForAssertion(() => card.FindAll("button")[1].TextContent.Trim().Should().Be("Refreshing…"));
        card.FindAll("button")[1].Click();
        card.FindAll("button")[0].Click();
        answer.SetResult(new BrigadeAnswer<BrigadeStatus>.Given(Well));

        card.WaitForAssertion(() => Toasts().Should().Equal("Brigade refreshed, it has version 1"));
        card.WaitForAssertion(() => card.FindAll("button")[1].TextContent.Trim().Should().Be("Refresh now"));
        asking.IsCompletedSuccessfully.Should().BeTrue();
        (portal.Brigade.Refreshes, portal.Brigade.Looks).Should().Be((1, 1));
    }

    private static BrigadeView Seen(BrigadeStatus status) =>
        new(new Uri("http://brigade.example:8100"), 7, null, new BrigadeSeen(Now) { AnsweredAt = Now, Status = status });

    private IEnumerable<string?> Toasts() => Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(toast => toast.Message);

    private string TextOf(BrigadeView view) =>
        System.Text.RegularExpressions.Regex.Replace(
            string.Join(' ', Render<BrigadePanel>(card => card.Add(c => c.View, view).Add(c => c.MayManage, true)).Nodes.Select(node => node.TextContent)), @"\s+", " ");
}
