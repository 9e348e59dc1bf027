#:project ../OpsCenter.Domain/OpsCenter.Domain.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// What choosing a route takes on a card of 1,000 routes: the median of many rounds, after a warm-up, and the bytes it leaves behind.
// Run with: dotnet run -c Release bench/Routing.cs

using System.Diagnostics;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Routing;

const int Rounds = 101;
const int CallsPerRound = 20_000;
const int Requests = 4_096;

var made = Stopwatch.GetTimestamp();
var random = Card(curved: false);
var curved = Card(curved: true);
JobRouter.Choose(random, new RoutingRequest("any", 1, 1));
JobRouter.Choose(curved, new RoutingRequest("any", 1, 1));
Console.WriteLine($"Both cards made and prepared in {Stopwatch.GetElapsedTime(made).TotalMilliseconds:N0} ms");

var paid = Jobs(r => r);
var keyed = Jobs(r => r with { MayUseByok = true, KeyedProviders = ["provider3", "provider7"] });
var keyless = Jobs(r => r with { MayUseByok = true, KeyedProviders = ["nobody", "nothing", "none"] });

(string Choice, RateCard Card, RoutingRequest[] Jobs)[] measured =
[
    ("paid, random prices", random, paid),
    ("paid, every route is best for some job", curved, paid),
    ("three keys that fit no route", curved, keyless),
    ("BYOK, two keys", random, keyed),
];

// The first pass lets the just-in-time compiler reach its last tier for all of them; it is not counted.
foreach (var (_, card, jobs) in measured)
{
    Median(card, jobs);
}

Console.WriteLine($"{"choice",-42}{"ns",8}{"bytes",8}");

foreach (var (name, card, jobs) in measured)
{
    var (nanoseconds, bytes) = Median(card, jobs);
    Console.WriteLine($"{name,-42}{nanoseconds,8:N0}{bytes,8:N0}");
}

static RoutingRequest[] Jobs(Func<RoutingRequest, RoutingRequest> change)
{
    var random = new Random(7);

    return [.. Enumerable.Range(0, Requests).Select(_ => change(new RoutingRequest("any", random.Next(1, 20_000), random.Next(1, 20_000))))];
}

static (double Nanoseconds, long Bytes) Median(RateCard card, RoutingRequest[] jobs) =>
    Enumerable.Range(0, Rounds).Select(_ => Round(card, jobs)).OrderBy(r => r.Nanoseconds).ElementAt(Rounds / 2);

static (double Nanoseconds, long Bytes) Round(RateCard card, RoutingRequest[] jobs)
{
    var (bytes, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

    for (var i = 0; i < CallsPerRound; i++)
    {
        JobRouter.Choose(card, jobs[i % Requests]);
    }

    var elapsed = Stopwatch.GetElapsedTime(started);
    return (elapsed.TotalNanoseconds / CallsPerRound, (GC.GetAllocatedBytesForCurrentThread() - bytes) / CallsPerRound);
}

// Curved: margins lie on a quarter of a circle, so that no route is worse than another for every job.
static RateCard Card(bool curved)
{
    var random = new Random(42);
    var routes = Enumerable.Range(0, PriceLimits.MaxRows).Select(n =>
    {
        var angle = Math.PI / 2 * n / PriceLimits.MaxRows;
        var (input, output) = curved ? (Math.Cos(angle), Math.Sin(angle)) : (random.NextDouble(), random.NextDouble());

        return new LlmRoute(
            Guid.Empty, $"provider{n % 20}", $"model{n}", RouteClass.House, Rate(input), Rate(output), null, null, 100m, true, true);
    });

    return new RateCard(
        1, DateTimeOffset.MinValue, DateTimeOffset.MinValue, new RateCardContent(Currency.Usd, 0.005m, [.. routes], [], []));
}

static decimal Rate(double rate) => Rounding.To((decimal)rate, PriceLimits.RateDecimals);
