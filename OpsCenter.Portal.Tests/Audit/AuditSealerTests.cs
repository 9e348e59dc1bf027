using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Npgsql;
using OpsCenter.Portal.Audit;
using Xunit;

namespace OpsCenter.Portal.Tests.Audit;

public sealed class AuditSealerTests : IAsyncLifetime
{
    private AuditFixture? started;

    private AuditFixture Fixture => started ?? throw new InvalidOperationException("The fixture was not started.");

    public async Task InitializeAsync() => started = await AuditFixture.StartAsync();

    public async Task DisposeAsync() => await Fixture.DisposeAsync();

    [Fact]
    public async Task Entries_are_sealed_once_and_in_their_order()
    {
        var ids = await Fixture.AppendAsync(3);

        (await Fixture.SealAsync()).Should().Be(3);
        (await Fixture.SealAsync()).Should().Be(0);

        (await Fixture.ScalarAsync<Guid[]>("select array_agg(audit_id order by seq) from audit_seals")).Should().Equal(ids);
        (await Fixture.ScalarAsync<long[]>("select array_agg(seq order by seq) from audit_seals")).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task An_entry_that_was_committed_late_is_sealed_behind_those_that_were_there()
    {
        await Fixture.AppendAsync(2);
        await Fixture.SealAsync();
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await Fixture.AppendAsync(1, first: 3);
        await Fixture.TamperAsync("update audit_entries set at = at - interval '5 minutes' where subject_id = '3'");

        await Fixture.SealAsync();

        (await Fixture.ScalarAsync<Guid>("select audit_id from audit_seals where seq = 3")).Should().Be(late[0]);
        (await Fixture.VerifyAsync()).IsIntact.Should().BeTrue();
    }

    [Fact]
    public async Task More_than_a_batch_is_sealed_in_several()
    {
        await Fixture.AppendAsync(AuditSealer.BatchSize + 1);

        (await Fixture.SealAsync()).Should().Be(AuditSealer.BatchSize);
        (await Fixture.SealAsync()).Should().Be(1);

        (await Fixture.VerifyAsync()).Should().BeEquivalentTo(new { Seals = AuditSealer.BatchSize + 1L, IsIntact = true });
    }

    [Fact]
    public async Task Whoever_finds_another_instance_sealing_leaves_it_to_that_one()
    {
        await Fixture.AppendAsync(1);
        await using var other = await Fixture.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var turn = new NpgsqlCommand("select pg_advisory_lock(8200002)", other);
        await turn.ExecuteNonQueryAsync();

        (await Fixture.SealAsync()).Should().Be(0);

        await using var end = new NpgsqlCommand("select pg_advisory_unlock(8200002)", other);
        await end.ExecuteNonQueryAsync();
        (await Fixture.SealAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Many_sealers_at_once_make_one_chain()
    {
        await Fixture.AppendAsync(200);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Fixture.SealAsync)));
        await Fixture.SealAsync();

        (await Fixture.VerifyAsync()).Should().BeEquivalentTo(new { Seals = 200L, IsIntact = true });
    }

    [Fact]
    public async Task A_hash_can_be_recomputed_by_hand_from_what_is_stored()
    {
        var id = (await Fixture.AppendAsync(1))[0];

        await Fixture.SealAsync();

        string[] columns =
        [
            "1", "1781524801000000", $"{id}", "1781524801000000", "user", AuditFixture.Admin.Subject, "-", "customer.renamed", "organization", "1",
            """{"name": "before 1"}""", """{"name": "after 1"}""", "reason 1",
        ];
        var text = string.Concat(columns.Select(column => column == "-" ? "-\n" : $"{column.Length}:{column}\n"));
        (await Fixture.ScalarAsync<byte[]>("select hash from audit_seals")).Should()
            .Equal(SHA256.HashData([.. new byte[32], .. Encoding.UTF8.GetBytes(text)]));
    }

    [Theory]
    [InlineData("update audit_seals set hash = previous_hash")]
    [InlineData("delete from audit_seals")]
    [InlineData("truncate audit_seals")]
    public async Task The_database_refuses_to_change_seals(string sql)
    {
        await Fixture.AppendAsync(2);
        await Fixture.SealAsync();
        await using var command = Fixture.Get<NpgsqlDataSource>().CreateCommand(sql);

        var change = () => command.ExecuteNonQueryAsync();

        await change.Should().ThrowAsync<PostgresException>().WithMessage("*insert-only*");
    }
}
