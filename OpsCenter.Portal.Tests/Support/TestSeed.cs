using System.Globalization;
using Xunit.Abstractions;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>The seed of a test that leaves something to chance: another one each time, printed, so that a failure can be repeated.</summary>
internal static class TestSeed
{
    private const string Variable = "OPSCENTER_TEST_SEED";

    public static int Take(ITestOutputHelper output)
    {
        var seed = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen
            ? int.Parse(chosen, CultureInfo.InvariantCulture)
            : Random.Shared.Next(1_000_000);
        output.WriteLine($"{Variable}={seed} repeats this run.");

        return seed;
    }
}
