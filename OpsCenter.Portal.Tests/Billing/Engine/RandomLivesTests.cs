using FluentAssertions;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace OpsCenter.Portal.Tests.Billing.Engine;

/// <summary>Random lives over months, with crashes between any two writes of the engine: the books are right to the last digit at every step.</summary>
public sealed class RandomLivesTests(BillingFixture fixture, ITestOutputHelper output) : IClassFixture<BillingFixture>
{
    private const int Customers = 6;
    private const int Steps = 70;
    private const int WritesOfAnAdvance = 60;

    [Fact]
    public async Task Whatever_customers_do_and_wherever_the_engine_dies_the_books_are_right_to_the_last_digit()
    {
        var random = new Random(TestSeed.Take(output));
        var crash = new CrashPlan(fixture);
        await crash.InstallAsync();
        var lives = new List<RandomLife>();

        for (var index = 0; index < Customers; index++)
            lives.Add(new RandomLife(fixture, random, await fixture.CustomerAsync($"Life {index}")));

        for (var step = 0; step < Steps; step++)
        {
            fixture.Clock.AdjustTime(fixture.Clock.GetUtcNow().AddHours(random.Next(1, 24 * 9)));
            await AdvanceWithCrashesAsync(random, crash);

            foreach (var life in lives)
                await life.StepAsync();

            await BillingChecks.ShouldHoldAsync(fixture);
        }

        // The test says something only when much happened.
        (await fixture.ScalarAsync<long>("select count(*) from invoices where kind = 'period'")).Should().BeGreaterThan(20);
        (await fixture.ScalarAsync<long>("select count(*) from subscription_movements")).Should().BeGreaterThan(10);
        (await fixture.ScalarAsync<long>("select count(*) from ledger_entries where kind = 'residue'")).Should().BeGreaterThan(5);
    }

    // It may die, at any write, several times; then it comes back.
    private async Task AdvanceWithCrashesAsync(Random random, CrashPlan crash)
    {
        for (var crashes = random.Next(3); crashes > 0; crashes--)
        {
            await crash.ArmAsync(random.Next(1, WritesOfAnAdvance));

            try
            {
                await fixture.AdvanceAsync();
            }
            catch (Npgsql.PostgresException planned) when (planned.MessageText == "planned crash")
            {
                output.WriteLine("The engine died outside of a closing.");
            }
        }

        await crash.DisarmAsync();
        await fixture.AdvanceAsync();
    }
}
