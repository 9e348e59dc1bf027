using System.Globalization;
using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Tests.Shell.Exports;
using OpsCenter.Portal.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Jobs;

public sealed class JobExportTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    private const int Many = 20_000;

    private JobExport Export => new JobExport(fixture.Get<JobQueries>(), fixture.Clock);

    [Fact]
    public async Task An_operator_gets_every_column_with_exact_amounts()
    {
        var job = await fixture.RecordAsync(fixture.Brief());

        var (columns, rows) = await ReadAsync(JobsFixture.Admin, $"?job={job}");

        columns.Should().Equal(
            "receipt_id", "occurred_at", "customer_id", "customer", "agent", "route", "byok", "outcome", "input_tokens", "output_tokens", "state",
            "currency", "total", "cost", "margin", "agent_was_disabled");
        rows.Should().ContainSingle().Which.Should().Equal(
            $"{job}", "2026-06-14T12:00:00Z", $"{fixture.Acme}", "Acme", "research_pro", "openai:gpt-4", "false", "succeeded", "6000", "2000", "priced",
            "USD", "0.469", "0.315", "0.154", "false");
    }

    [Fact]
    public async Task A_customer_gets_neither_anothers_jobs_nor_costs()
    {
        var own = await fixture.RecordAsync(fixture.Brief());
        var foreign = await fixture.RecordAsync(fixture.Brief(fixture.Globex));

        foreach (var query in (string[])["", $"?customer={fixture.Globex}", $"?job={foreign}", "?state=priced"])
        {
            var (columns, rows) = await ReadAsync(JobsFixture.MemberOf(fixture.Acme), query);

            columns.Should().NotContain(["cost", "margin", "agent_was_disabled"]);
            rows.Where(row => row[2] != $"{fixture.Acme}" || row.Count != columns.Count).Should().BeEmpty();
            rows.Select(row => row[0]).Should().NotContain($"{foreign}");
        }

        (await ReadAsync(JobsFixture.MemberOf(fixture.Acme), "")).Rows.Select(row => row[0]).Should().Contain($"{own}");
    }

    [Fact]
    public async Task The_filters_of_the_address_count()
    {
        await fixture.RecordAsync(fixture.Brief());
        var failed = await fixture.RecordAsync(fixture.Brief() with { Usage = fixture.Brief().Usage with { Status = JobStatus.Failed } });

        (await ReadAsync(JobsFixture.Admin, "?outcome=failed")).Rows.Select(row => row[0]).Should().Contain($"{failed}");
        (await ReadAsync(JobsFixture.Admin, "?outcome=failed")).Rows.Should().OnlyContain(row => row[7] == "failed");
        (await ReadAsync(JobsFixture.Admin, "?agent=nobody")).Rows.Should().BeEmpty();
    }

    [Fact]
    public void Who_may_see_no_jobs_is_refused_before_anything_is_read()
    {
        var open = () => Export.Open(new Actor.User(Guid.CreateVersion7(JobsFixture.Now), null, null, null), QueryOf(""), CancellationToken.None);

        open.Should().Throw<AccessDeniedException>();
    }

    [Fact]
    public async Task Many_jobs_come_each_once_in_their_order_and_are_read_no_faster_than_written()
    {
        await FillAsync();
        var sink = new CountingStream();
        var (csv, ids, last) = (new CsvWriter(sink), new HashSet<string>(), DateTimeOffset.MaxValue);
        var read = 0L;
        var sheet = Export.Open(JobsFixture.Admin, QueryOf("?agent=research_pro"), CancellationToken.None);

        await foreach (var row in sheet.Rows)
        {
            await csv.WriteAsync(row, CancellationToken.None);
            ids.Add(row[0].Content).Should().BeTrue();
            var at = DateTimeOffset.Parse(row[1].Content, CultureInfo.InvariantCulture);
            at.Should().BeOnOrBefore(last);
            last = at;
            read += row.Sum(cell => cell.Content.Length + 1) + 1;
            (read - sink.Written).Should().BeLessThan(CsvWriter.BufferSize, "what was read has been given away but for one buffer");
        }

        ids.Count.Should().BeGreaterThan(Many);
        sink.Largest.Should().BeLessThan(CsvWriter.BufferSize * 2);
    }

    [Fact]
    public async Task Reading_stops_with_the_reader()
    {
        await FillAsync();
        using var stopping = new CancellationTokenSource();
        var read = 0;

        var stream = async () =>
        {
            await foreach (var row in Export.Open(JobsFixture.Admin, QueryOf(""), stopping.Token).Rows)
            {
                if (++read == 10)
                    await stopping.CancelAsync();
            }
        };

        await stream.Should().ThrowAsync<OperationCanceledException>();
        read.Should().BeLessThan(Many);
    }

    private static UrlQuery QueryOf(string query) => UrlQuery.Of($"http://localhost/exports/jobs{query}");

    private async Task<(IReadOnlyList<string> Columns, List<List<string>> Rows)> ReadAsync(Actor actor, string query)
    {
        var sheet = Export.Open(actor, QueryOf(query), CancellationToken.None);
        var rows = new List<List<string>>();

        await foreach (var row in sheet.Rows)
            rows.Add([.. row.Select(cell => cell.Content)]);

        return (sheet.Columns, rows);
    }

    // Copies of one job, a millisecond apart.
    private async Task FillAsync()
    {
        var job = await fixture.RecordAsync(fixture.Brief());
        await fixture.ExecuteAsync(
            $"""
            insert into usage_events
            select (jsonb_populate_record(e, jsonb_build_object('event_id', md5($1 || i)::uuid, 'job_id', null, 'occurred_at', e.occurred_at - i * interval '1 millisecond'))).*
            from usage_events e, generate_series(1, {Many}) i where e.event_id = $2
            """,
            $"{job}",
            job);
        await fixture.ExecuteAsync(
            $"""
            insert into ledger_entries
            select (jsonb_populate_record(l, jsonb_build_object('event_id', md5($1 || i)::uuid, 'occurred_at', l.occurred_at - i * interval '1 millisecond'))).*
            from ledger_entries l, generate_series(1, {Many}) i where l.event_id = $2
            """,
            $"{job}",
            job);
    }
}
