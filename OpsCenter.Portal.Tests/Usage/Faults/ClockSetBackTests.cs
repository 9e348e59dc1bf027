using System.Net;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>Version 2, twice as dear for the agent, is published at noon; a minute later the portal's clock is set back an hour.</summary>
public sealed class ClockSetBackTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = Reports.Now;
    private static readonly DateTimeOffset SetBackTo = Noon.AddMinutes(1).AddHours(-1);
    private readonly WallClock clock = new(Noon);
    private Actor.User publisher = new(Guid.Empty, PlatformRole.Admin, null, null);
    private PortalHost? host;
    private string customerId = "";

    private PortalHost Host => host ?? throw new InvalidOperationException("Not initialised.");

    public async Task InitializeAsync()
    {
        host = new HostWithClock(clock);
        await host.InitializeAsync();
        var customer = await Get<CreateCustomer>().HandleAsync(new Actor.System("test"), "Example", CancellationToken.None);
        customerId = ((CreateCustomerOutcome.Created)customer).Id.ToString();
        publisher = publisher with { UserId = await FirstOperatorAsync() };
        await PublishAsync("0.016");
        clock.Now = Noon.AddMinutes(1);
    }

    public Task DisposeAsync() => Host.DisposeAsync();

    [Fact]
    public async Task A_job_after_the_step_has_the_price_of_the_time_the_clock_shows()
    {
        (await PostAsync("before")).Version.Should().Be(2);

        clock.Now = SetBackTo;

        (await PostAsync("after")).Version.Should().Be(1);
        (await PostAsync("late", SetBackTo.AddDays(-1))).Version.Should().Be(1);
        (await PostAsync("ahead", SetBackTo.AddMinutes(4))).Version.Should().Be(1);
        clock.Now = Noon.AddMinutes(2);
        (await PostAsync("again")).Version.Should().Be(2);
        await RollupCheck.ShouldHoldAsync(Get<NpgsqlDataSource>());
    }

    [Fact]
    public async Task A_retry_after_the_step_gets_the_first_answer()
    {
        var first = await PostAsync("key");

        clock.Now = SetBackTo;
        var again = await PostAsync("key");

        (first.Status, again.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK));
        again.Should().Be(first with { Status = HttpStatusCode.OK });
    }

    [Fact]
    public async Task A_retry_after_the_step_gets_the_first_answer_though_its_time_now_lies_ahead()
    {
        var first = await PostAsync("told", Noon.AddSeconds(30));

        clock.Now = SetBackTo;
        var again = await PostAsync("told", Noon.AddSeconds(30));

        again.Should().Be(first with { Status = HttpStatusCode.OK });
    }

    [Fact]
    public async Task A_version_published_after_the_step_follows_the_newest_and_leaves_the_past_alone()
    {
        clock.Now = SetBackTo;

        var third = await PublishAsync("0.032");

        third.Should().Be(new PublishOutcome.Published(3, Noon.AddMicroseconds(1)), "it cannot come before version 2");
        (await PostAsync("meanwhile")).Version.Should().Be(1);
        clock.Now = Noon.AddMinutes(2);
        (await PostAsync("at noon", Noon)).Version.Should().Be(2);
        (await PostAsync("afterwards")).Should().BeEquivalentTo(new { Version = 3, AgentFee = "0.256" });
    }

    [Fact]
    public async Task What_machines_read_agrees_with_how_jobs_are_priced()
    {
        clock.Now = SetBackTo;
        using var client = Host.CreateMachine();

        var read = JsonDocument.Parse(await client.GetStringAsync("/api/v1/pricing/rate-card")).RootElement.GetProperty("version").GetInt32();

        read.Should().Be((await PostAsync("priced")).Version);
    }

    private T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    private async Task<Guid> FirstOperatorAsync()
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand("select id from users");

        return (Guid)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException("The portal makes its first operator when it starts."));
    }

    private async Task<PublishOutcome> PublishAsync(string agentRate)
    {
        var key = new RateCardRowKey(RateCardSection.Agents, "research_pro");
        var draft = Get<GetDraft>();
        var before = await draft.HandleAsync(publisher, CancellationToken.None);
        var row = before.Sheet.Rows[key].With(RateCardColumns.AgentRate, agentRate);
        await Get<ChangeDraftRow>().HandleAsync(publisher, new ChangeDraftRowInput(before.Base.Version, key, row), CancellationToken.None);
        var reviewed = await draft.HandleAsync(publisher, CancellationToken.None);

        return await Get<PublishRateCard>().HandleAsync(
            publisher, new PublishRateCardInput(reviewed.Base.Version, reviewed.SavedAt ?? default, new PublishTerms("dearer")), CancellationToken.None);
    }

    private async Task<Answer> PostAsync(string jobId, DateTimeOffset? occurredAt = null)
    {
        var report = Reports.Brief(customerId);
        report["job_id"] = jobId;

        if (occurredAt is { } moment)
        {
            report["occurred_at"] = moment.ToString("O");
        }

        using var client = Host.CreateMachine();
        using var content = new StringContent(report.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/api/v1/usage/record", content);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue("{0} was answered {1}", jobId, text);
        var body = JsonDocument.Parse(text).RootElement;

        return new Answer(
            response.StatusCode, body.GetProperty("rate_card_version").GetInt32(), body.GetProperty("agent_fee").GetString(), body.GetProperty("receipt_url").GetString());
    }

    private sealed record Answer(HttpStatusCode Status, int Version, string? AgentFee, string? Receipt);

    private sealed class HostWithClock(TimeProvider clock) : PortalHost
    {
        protected override TimeProvider Clock => clock;
    }
}
