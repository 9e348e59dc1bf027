#:project ../OpsCenter.Domain/OpsCenter.Domain.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// What pricing one job takes, with and without its trace: the median of many rounds, after a warm-up, and the bytes it leaves behind.
// Run with: dotnet run -c Release bench/Pricing.cs

using System.Diagnostics;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;

const int Rounds = 101;
const int CallsPerRound = 20_000;

var card = Card();
var brief = new JobUsage
{
    Agent = "research_pro",
    Route = "openai:gpt-4",
    InputTokens = 6_000,
    OutputTokens = 2_000,
    Tools = [new ToolUse("web.search", 3m)],
};
var large = brief with
{
    CachedInputTokens = 3_000,
    CacheWriteTokens = 1_000,
    Tools = [.. Enumerable.Range(1, 10).Select(units => new ToolUse("web.search", units))],
};
var held = brief with { Route = "openai:gpt-9" };

(string Job, string Call, Func<object> Act)[] measured =
[
    .. Both("the brief's: 2 token kinds, 1 tool", brief),
    .. Both("4 token kinds, 10 tools", large),
    .. Both("held: unknown route", held),
];

// The first pass lets the just-in-time compiler reach its last tier for all of them; it is not counted.
foreach (var (_, _, act) in measured)
{
    Median(act);
}

Console.WriteLine($"{"job",-36}{"call",-10}{"ns",8}{"bytes",8}");

foreach (var (job, call, act) in measured)
{
    var (nanoseconds, bytes) = Median(act);
    Console.WriteLine($"{job,-36}{call,-10}{nanoseconds,8:N0}{bytes,8:N0}");
}

(string, string, Func<object>)[] Both(string name, JobUsage job) =>
    [(name, "Price", () => JobPricer.Price(card, job)), (name, "Explain", () => JobPricer.Explain(card, job))];

static (double Nanoseconds, long Bytes) Median(Func<object> act) =>
    Enumerable.Range(0, Rounds).Select(_ => Round(act)).OrderBy(r => r.Nanoseconds).ElementAt(Rounds / 2);

static (double Nanoseconds, long Bytes) Round(Func<object> act)
{
    var (bytes, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

    for (var i = 0; i < CallsPerRound; i++)
    {
        act();
    }

    var elapsed = Stopwatch.GetElapsedTime(started);
    return (elapsed.TotalNanoseconds / CallsPerRound, (GC.GetAllocatedBytesForCurrentThread() - bytes) / CallsPerRound);
}

static RateCard Card() => new(1, DateTimeOffset.MinValue, DateTimeOffset.MinValue, new RateCardContent(
    Currency.Usd,
    DefaultAgentRatePer1K: 0.005m,
    [
        new LlmRoute(Guid.Empty, "openai", "gpt-4", RouteClass.Frontier, 0.03m, 0.06m, null, null, 25m, true, true),
        new LlmRoute(Guid.Empty, "anthropic", "claude-3-opus", RouteClass.Frontier, 0.015m, 0.075m, null, null, 25m, true, true),
        new LlmRoute(Guid.Empty, "house_vllm", "default", RouteClass.House, 0.002m, 0.004m, null, null, 300m, true, true),
    ],
    [new AgentPrice(Guid.Empty, "research_pro", "Research Pro", "", 0.008m, 0m, null, FailurePolicy.Bill, true)],
    [new ToolPrice(Guid.Empty, "web.search", "request", 0.01m, 0.005m, "tool.web.request", true)]));
