using System.Net;
using FluentAssertions;
using OpsCenter.Domain.RateCards;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.Brigade.TwoProcesses;

/// <summary>What may go wrong between two processes: afterwards every job is there once, and the sums are exact.</summary>
public sealed class FaultsOfAPairTests(PairOfProcesses pair) : IClassFixture<PairOfProcesses>
{
    // 60 tokens in, 20 out on the house route: 0.00048 + 0.00032 for the model, 0.00064 for the agent.
    private const decimal Price = 0.00144m;
    private static readonly string Input = new('.', 240);

    [Fact]
    public async Task Jobs_of_a_brigade_that_is_killed_before_it_could_report_are_charged_once_though_they_are_sent_twice()
    {
        var customer = await pair.CustomerAsync();
        await pair.JobAsync(customer, Input); // so that Brigade knows the customer
        await pair.DrainedAsync();
        await KillAsync(portal: true);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => pair.JobAsync(customer, Input)));
        await KillAsync(portal: false);
        var copy = pair.Spool + ".copy";
        Copy(pair.Spool, copy);
        pair.StartBrigade();
        pair.StartPortal();
        await Task.WhenAll(pair.Brigade.ReadyAsync(), pair.Portal.ReadyAsync());
        await pair.DrainedAsync();
        // Brigade forgets that it was acknowledged: it sends everything again.
        await KillAsync(portal: false);
        Directory.Delete(pair.Spool, recursive: true);
        Directory.Move(copy, pair.Spool);
        pair.StartBrigade();
        await pair.Brigade.ReadyAsync();
        await pair.DrainedAsync();

        answers.Should().OnlyContain(answer => answer.Status == HttpStatusCode.OK);
        (await LedgerAsync(customer)).Should().Be((21L, 21 * Price));
    }

    [Fact]
    public async Task A_portal_that_is_restarted_under_load_loses_nothing_and_counts_nothing_twice()
    {
        var customer = await pair.CustomerAsync();
        await pair.JobAsync(customer, Input);
        var load = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(customer, 50)));

        await KillAsync(portal: true);
        pair.StartPortal();
        await pair.Portal.ReadyAsync();
        var done = (await load).Sum();
        await pair.DrainedAsync();

        done.Should().Be(200);
        (await LedgerAsync(customer)).Should().Be((201L, 201 * Price));
    }

    [Fact]
    public async Task A_refresh_that_reached_nobody_is_made_up_for()
    {
        var customer = await pair.CustomerAsync();
        await KillAsync(portal: false);

        var version = await pair.PublishAsync(RateCardRowKey.Tool("web.search"), (UnitPrice, "0.02"));
        await PairOfProcesses.UntilAsync(() => IsOutboxAsync($"key = 'rc-{version}' and last_error is not null"));
        pair.StartBrigade();
        await pair.Brigade.ReadyAsync();
        await PairOfProcesses.UntilAsync(() => IsOutboxAsync($"key = 'rc-{version}' and done_at is not null"));

        (await pair.JobAsync(customer, Input)).Body["price"]!["rate_card_version"]!.GetValue<int>().Should().Be(version);
        (await pair.ScalarAsync<int>("select card_version from brigade_status")).Should().Be(version);
    }

    private async Task<int> RunAsync(Guid customer, int jobs)
    {
        var done = 0;

        for (var job = 0; job < jobs; job++)
            done += (await pair.JobAsync(customer, Input)).Status is HttpStatusCode.OK ? 1 : 0;

        return done;
    }

    private async Task KillAsync(bool portal)
    {
        using var process = portal ? pair.Portal : pair.Brigade;
        process.Kill();
        await process.EndAsync();
    }

    private Task<bool> IsOutboxAsync(string condition) => pair.ScalarAsync<bool>($"select exists (select from outbox where {condition})");

    private async Task<(long Jobs, decimal Total)> LedgerAsync(Guid customer) => (
        await pair.ScalarAsync<long>("select count(*) from ledger_entries where organization_id = $1", customer),
        await pair.ScalarAsync<decimal>("select sum(total) from ledger_entries where organization_id = $1", customer));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);

        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
