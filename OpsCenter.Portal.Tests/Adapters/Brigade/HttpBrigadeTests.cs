using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Adapters.Brigade;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Tests.Contracts;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Adapters.Brigade;

public sealed class HttpBrigadeTests : BrigadeGatewayContract, IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly FakeTimeProvider clock = new();
    private LoopbackBrigade brigade = null!; // set before each test by InitializeAsync
    private ServiceProvider services = null!; // likewise

    protected override IBrigadeGateway Gateway => services.GetRequiredService<IBrigadeGateway>();

    public async Task InitializeAsync()
    {
        brigade = await LoopbackBrigade.StartAsync();
        services = Connected(("Brigade:Url", brigade.Address.ToString()), ("Brigade:Key", LoopbackBrigade.Key));
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await brigade.DisposeAsync();
        folder.Remove();
    }

    [Fact]
    public async Task Status_is_what_brigade_said()
    {
        var answer = await Gateway.StatusAsync(CancellationToken.None);

        answer.Should().Be(new BrigadeAnswer<BrigadeStatus>.Given(new BrigadeStatus(3, At(9, 0))
        {
            CardVersion = 7,
            CardFetchedAt = At(10, 42).AddSeconds(0.5),
            CardSource = BrigadeCardSource.Disk,
            IsStale = true,
            OldestSpooledAt = At(10, 0),
            RefusedReports = 2,
            LastError = "No route.",
        }));
    }

    [Fact]
    public async Task A_refresh_tells_the_card_it_has_now()
    {
        var answer = await Gateway.RefreshAsync(CancellationToken.None);

        answer.Should().Be(new BrigadeAnswer<BrigadeCard>.Given(new BrigadeCard(7, At(10, 42).AddSeconds(0.5), true)));
    }

    [Theory]
    [InlineData(401, "refuses our key")]
    [InlineData(404, "does not know this question")]
    [InlineData(500, "HTTP status 500")]
    [InlineData(503, "cannot fetch the rate card")]
    [InlineData(302, "HTTP status 302")]
    public async Task A_refusal_is_said_in_words_and_asked_once(int status, string words)
    {
        brigade.Instead = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";

            return Task.CompletedTask;
        };

        var answer = await Gateway.RefreshAsync(CancellationToken.None);

        answer.Should().BeOfType<BrigadeAnswer<BrigadeCard>.Failed>().Which.Reason.Should().Contain(words);
        brigade.Requests.Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{ "spooled_reports": -1, "started_at": "2027-01-10T09:00:00Z" }""")]
    [InlineData("""{ "spooled_reports": "many", "started_at": "2027-01-10T09:00:00Z" }""")]
    [InlineData("""{ "spooled_reports": 1, "started_at": "yesterday" }""")]
    [InlineData("""{ "spooled_reports": 1, "started_at": "2027-01-10T09:00:00Z", "card_version": 0 }""")]
    public async Task Nonsense_is_no_status(string body)
    {
        brigade.Instead = context => context.Response.WriteAsync(body);

        var answer = await Gateway.StatusAsync(CancellationToken.None);

        answer.Should().BeOfType<BrigadeAnswer<BrigadeStatus>.Failed>().Which.Reason.Should().Contain("does not speak like Brigade");
    }

    [Fact]
    public async Task Whoever_talks_without_end_is_cut_off()
    {
        brigade.Instead = context => context.Response.WriteAsync(new string(' ', 100_000));

        var answer = await Gateway.StatusAsync(CancellationToken.None);

        answer.Should().BeOfType<BrigadeAnswer<BrigadeStatus>.Failed>().Which.Reason.Should().Contain("says more than Brigade would");
    }

    [Fact]
    public async Task Who_does_not_answer_in_time_is_not_waited_for()
    {
        var asked = new TaskCompletionSource();
        brigade.Instead = async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        var answer = Gateway.StatusAsync(CancellationToken.None);
        await asked.Task;

        clock.Advance(TimeSpan.FromSeconds(4));

        (await answer).Should().BeOfType<BrigadeAnswer<BrigadeStatus>.Failed>().Which.Reason.Should().Contain("did not answer in time");
    }

    [Fact]
    public async Task Without_a_key_of_its_own_the_first_machine_credential_is_sent()
    {
        await using var same = Connected(("Brigade:Url", brigade.Address.ToString()), (BrigadeKeyOptions.Key, LoopbackBrigade.Key));

        var answer = await same.GetRequiredService<IBrigadeGateway>().StatusAsync(CancellationToken.None);

        answer.Should().BeOfType<BrigadeAnswer<BrigadeStatus>.Given>();
    }

    [Fact]
    public async Task A_credential_that_the_first_start_generated_is_read_from_its_notes()
    {
        await using var same = Connected(("Brigade:Url", brigade.Address.ToString()));
        var gateway = same.GetRequiredService<IBrigadeGateway>();
        var before = await gateway.StatusAsync(CancellationToken.None);

        new FirstRunFile(folder.Data).Write(new Dictionary<string, string> { ["brigade_key"] = LoopbackBrigade.Key });

        before.Should().BeOfType<BrigadeAnswer<BrigadeStatus>.Failed>();
        (await gateway.StatusAsync(CancellationToken.None)).Should().BeOfType<BrigadeAnswer<BrigadeStatus>.Given>();
    }

    [Fact]
    public async Task Without_an_address_none_is_connected()
    {
        await using var alone = Connected(("Brigade:Url", " "));

        alone.GetRequiredService<IBrigadeGateway>().Address.Should().BeNull();
    }

    [Theory]
    [InlineData("localhost:8100", "")]
    [InlineData("ftp://localhost", "")]
    [InlineData("http://user:secret@localhost", "")]
    [InlineData("http://localhost/?x=1", "")]
    [InlineData("http://localhost", "two words")]
    public void Settings_that_cannot_work_name_their_key(string url, string key)
    {
        var wrong = Connected(("Brigade:Url", url), ("Brigade:Key", key));

        var read = () => wrong.GetRequiredService<IOptions<BrigadeOptions>>().Value;

        read.Should().Throw<OptionsValidationException>().WithMessage("Brigade:*");
    }

    protected override Task TakeAwayAsync() => brigade.StopAsync();

    private static DateTimeOffset At(int hour, int minute) => new(2027, 1, 10, hour, minute, 0, TimeSpan.Zero);

    private ServiceProvider Connected(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build())
        .AddLogging()
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(folder.Data)
        .AddSingleton<FirstRunFile>()
        .ConfigureOptions<BrigadeKeyOptionsSetup>()
        .AddBrigade()
        .BuildServiceProvider();
}
