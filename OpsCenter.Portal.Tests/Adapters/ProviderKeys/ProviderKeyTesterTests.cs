using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsCenter.Domain.ProviderKeys;
using OpsCenter.Portal.Adapters.ProviderKeys;
using OpsCenter.Portal.Tests.Accounts;
using Xunit;

namespace OpsCenter.Portal.Tests.Adapters.ProviderKeys;

public sealed class ProviderKeyTesterTests : IAsyncLifetime
{
    private const string Wrong = "sk-wrong-0123456789-wxyz";

    private readonly CapturedLog log = new();
    private LoopbackProvider provider = null!; // set before each test by InitializeAsync
    private ServiceProvider services = null!; // likewise

    public async Task InitializeAsync()
    {
        provider = await LoopbackProvider.StartAsync();
        services = Connected(provider.BaseUrl);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_key_that_the_provider_takes_is_accepted_each_time_it_is_tried()
    {
        var first = await TestAsync(LoopbackProvider.Key);
        var second = await TestAsync(LoopbackProvider.Key);

        first.Outcome.Should().Be(ProviderKeyTestOutcome.Accepted);
        second.Should().Be(first);
        (provider.Requests, string.Join('\n', provider.Surprises)).Should().Be((2, ""));
    }

    [Fact]
    public async Task A_key_that_the_provider_does_not_know_is_refused()
    {
        var test = await TestAsync(Wrong);

        test.Outcome.Should().Be(ProviderKeyTestOutcome.Refused);
    }

    [Theory]
    [InlineData(200, ProviderKeyTestOutcome.Accepted)]
    [InlineData(401, ProviderKeyTestOutcome.Refused)]
    [InlineData(403, ProviderKeyTestOutcome.Refused)]
    [InlineData(429, ProviderKeyTestOutcome.Unreachable)]
    [InlineData(204, ProviderKeyTestOutcome.Unreachable)]
    [InlineData(302, ProviderKeyTestOutcome.Unreachable)]
    [InlineData(307, ProviderKeyTestOutcome.Unreachable)]
    [InlineData(404, ProviderKeyTestOutcome.Unreachable)]
    [InlineData(500, ProviderKeyTestOutcome.Unreachable)]
    [InlineData(503, ProviderKeyTestOutcome.Unreachable)]
    public async Task Each_answer_has_one_meaning_and_sends_the_key_nowhere_else(int status, ProviderKeyTestOutcome outcome)
    {
        provider.Instead = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";

            return Task.CompletedTask;
        };

        var test = await TestAsync(LoopbackProvider.Key);

        test.Outcome.Should().Be(outcome);
        (provider.Requests, string.Join('\n', provider.Surprises)).Should().Be((1, ""));
    }

    [Fact]
    public async Task What_says_nothing_about_the_key_is_told_with_its_number()
    {
        provider.Instead = context =>
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;

            return Task.CompletedTask;
        };

        (await TestAsync(LoopbackProvider.Key)).Detail.Should().Contain("418");
    }

    [Fact]
    public async Task A_provider_that_is_away_is_unreachable()
    {
        await provider.StopAsync();

        (await TestAsync(LoopbackProvider.Key)).Outcome.Should().Be(ProviderKeyTestOutcome.Unreachable);
    }

    [Fact]
    public async Task Who_does_not_answer_in_time_is_not_waited_for()
    {
        await using var hasty = Connected(provider.BaseUrl, client => client.Timeout = TimeSpan.FromMilliseconds(50));
        provider.Instead = NeverAsync;

        (await TestAsync(LoopbackProvider.Key, hasty)).Outcome.Should().Be(ProviderKeyTestOutcome.Unreachable);
    }

    [Fact]
    public async Task Who_gives_up_gets_no_answer_for_one()
    {
        using var gone = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        provider.Instead = context =>
        {
            asked.SetResult();

            return NeverAsync(context);
        };
        var test = TesterOf(services).TestAsync("openai", new ProviderSecret(LoopbackProvider.Key), gone.Token);
        await asked.Task;

        await gone.CancelAsync();

        await test.Awaiting(t => t).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("anthropic")]
    [InlineData("OpenAI")]
    public async Task A_provider_without_an_address_is_not_tried(string name)
    {
        var test = await TesterOf(services).TestAsync(name, new ProviderSecret(LoopbackProvider.Key), CancellationToken.None);

        test.Outcome.Should().Be(ProviderKeyTestOutcome.NotTested);
        provider.Requests.Should().Be(0);
    }

    [Fact]
    public async Task A_slash_at_the_end_of_the_address_changes_nothing()
    {
        await using var same = Connected($"{provider.BaseUrl}/");

        (await TestAsync(LoopbackProvider.Key, same)).Outcome.Should().Be(ProviderKeyTestOutcome.Accepted);
        provider.Surprises.Should().BeEmpty();
    }

    [Fact]
    public async Task Neither_logs_nor_answers_repeat_the_key_or_what_the_provider_wrote()
    {
        var details = new List<string> { (await TestAsync(Wrong)).Detail, (await TestAsync(LoopbackProvider.Key)).Detail };
        await provider.StopAsync();
        details.Add((await TestAsync(Wrong)).Detail);

        services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>().CreateLogger("test").Log(
            Microsoft.Extensions.Logging.LogLevel.Trace, default, "the log is heard", null, (state, _) => state);
        log.Lines.Should().Contain(line => line.Contains("the log is heard"));
        string.Join('\n', log.Lines.Concat(details)).Should()
            .NotContain(Wrong).And.NotContain(LoopbackProvider.Key).And.NotContain("Incorrect API key").And.NotContain("gpt-4");
    }

    [Theory]
    [InlineData("https://api.example.com/v1", true)]
    [InlineData("http://localhost:4000", true)]
    [InlineData("http://127.0.0.1:4000", true)]
    [InlineData("http://[::1]:4000", true)]
    [InlineData("http://api.example.com/v1", false)]
    [InlineData("http://localhost.example.com", false)]
    [InlineData("ftp://localhost", false)]
    [InlineData("api.example.com", false)]
    [InlineData("", false)]
    public void A_key_is_sent_encrypted_or_stays_on_this_machine(string address, bool isTaken)
    {
        using var other = Connected(address);

        var read = () => other.GetRequiredService<IOptions<ByokOptions>>().Value;

        if (isTaken)
            read.Should().NotThrow();
        else
            read.Should().Throw<OptionsValidationException>().WithMessage("Byok:Providers:*");
    }

    private static Task NeverAsync(HttpContext context) =>
        Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    private static IProviderKeyTester TesterOf(ServiceProvider provided) => provided.GetRequiredService<IProviderKeyTester>();

    private Task<ProviderKeyTest> TestAsync(string key, ServiceProvider? others = null) =>
        TesterOf(others ?? services).TestAsync("openai", new ProviderSecret(key), CancellationToken.None);

    private ServiceProvider Connected(string address, Action<HttpClient>? configure = null)
    {
        var settings = new Dictionary<string, string?> { ["Byok:Providers:openai:BaseUrl"] = address };
        var collection = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging(log.ListenToEverything)
            .AddProviderKeyTester();

        if (configure is not null)
            collection.AddHttpClient(ProviderKeyTester.ClientName, configure);

        return collection.BuildServiceProvider();
    }
}
