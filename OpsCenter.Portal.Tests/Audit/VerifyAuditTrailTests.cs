using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using Xunit;

namespace OpsCenter.Portal.Tests.Audit;

/// <summary>Tampers as the owner of the tables could, with the triggers out of the way, and expects to be found out.</summary>
public sealed class VerifyAuditTrailTests : IAsyncLifetime
{
    private AuditFixture? started;
    private IReadOnlyList<Guid> ids = [];

    private AuditFixture Fixture => started ?? throw new InvalidOperationException("The fixture was not started.");

    public async Task InitializeAsync()
    {
        started = await AuditFixture.StartAsync();
        ids = await Fixture.AppendAsync(6);
        await Fixture.SealAsync();
    }

    public async Task DisposeAsync() => await Fixture.DisposeAsync();

    [Fact]
    public async Task An_untouched_trail_is_intact()
    {
        var result = await Fixture.VerifyAsync();

        result.Should().BeEquivalentTo(new { Seals = 6L, Break = (AuditBreak?)null, Young = 0L, Overdue = 0L, IsIntact = true });
        result.Last.Should().Be(await Fixture.Get<AuditQueries>().LastSealAsync(AuditFixture.Admin, CancellationToken.None));
    }

    [Fact]
    public async Task An_empty_trail_is_intact()
    {
        await using var empty = await AuditFixture.StartAsync();

        (await empty.VerifyAsync()).Should().BeEquivalentTo(new { Seals = 0L, Last = (AuditSeal?)null, IsIntact = true });
    }

    [Theory]
    [InlineData("at = at + interval '1 microsecond'")]
    [InlineData("actor_kind = 'system'")]
    [InlineData("actor_subject = 'someone'")]
    [InlineData("action = 'customer.created'")]
    [InlineData("subject_type = 'job'")]
    [InlineData("subject_id = '33'")]
    [InlineData("before = null")]
    [InlineData("after = jsonb_set(after, '{name}', '\"after 33\"')")]
    [InlineData("reason = ''")]
    [InlineData("organization_id = gen_random_uuid()")]
    public async Task A_changed_cell_is_found(string change)
    {
        await Fixture.TamperAsync($"update audit_entries set {change} where subject_id = '3'");

        (await Fixture.VerifyAsync()).Break.Should().Be(new AuditBreak(AuditBreakKind.EntryChanged, 3, ids[2]));
    }

    [Fact]
    public async Task A_changed_cell_of_the_last_entry_is_found()
    {
        await Fixture.TamperAsync("update audit_entries set reason = 'another' where subject_id = '6'");

        (await Fixture.VerifyAsync()).Break.Should().Be(new AuditBreak(AuditBreakKind.EntryChanged, 6, ids[5]));
    }

    [Fact]
    public async Task A_deleted_entry_is_found()
    {
        await Fixture.TamperAsync("delete from audit_entries where subject_id = '4'");

        (await Fixture.VerifyAsync()).Break.Should().Be(new AuditBreak(AuditBreakKind.EntryMissing, 4, ids[3]));
    }

    [Theory]
    [InlineData("delete from audit_seals where seq = 4", AuditBreakKind.SealMissing, 4)]
    [InlineData("delete from audit_seals where seq <= 2", AuditBreakKind.SealMissing, 1)]
    [InlineData("update audit_seals set hash = sha256('x') where seq = 4", AuditBreakKind.SealChanged, 4)]
    [InlineData("update audit_seals set previous_hash = sha256('x') where seq = 4", AuditBreakKind.SealChanged, 4)]
    [InlineData("update audit_seals set sealed_at = sealed_at + interval '1 second' where seq = 4", AuditBreakKind.EntryChanged, 4)]
    [InlineData("update audit_seals set seq = 40 where seq = 4; update audit_seals set seq = 4 where seq = 5; update audit_seals set seq = 5 where seq = 40", AuditBreakKind.OutOfOrder, 4)]
    public async Task A_seal_that_was_removed_changed_or_moved_is_found(string sql, AuditBreakKind kind, long seq)
    {
        await Fixture.TamperAsync(sql);

        var found = (await Fixture.VerifyAsync()).Break;

        found.Should().BeEquivalentTo(new { Kind = kind, Seq = seq });
        found?.Sentence.Should().Contain($"{seq}");
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_found()
    {
        await Fixture.TamperAsync(
            $"""
            update audit_seals set audit_id = gen_random_uuid() where seq = 2;
            update audit_seals set audit_id = '{ids[1]}' where seq = 3;
            update audit_seals set audit_id = '{ids[2]}' where seq = 2
            """);

        (await Fixture.VerifyAsync()).Break.Should().Be(new AuditBreak(AuditBreakKind.EntryChanged, 2, ids[2]));
    }

    [Fact]
    public async Task Entries_that_lost_their_seals_are_named()
    {
        await Fixture.TamperAsync("delete from audit_seals where seq > 4");
        Fixture.Clock.Advance(VerifyAuditTrail.Young);

        var result = await Fixture.VerifyAsync();

        result.Should().BeEquivalentTo(new { Seals = 4L, Break = (AuditBreak?)null, Overdue = 2L, IsIntact = false });
        result.OverdueEntries.Should().Equal(ids[4], ids[5]);
    }

    [Theory]
    [InlineData("delete from audit_seals where seq > 4")]
    [InlineData("delete from audit_seals where seq > 4; delete from audit_entries where subject_id in ('5', '6')")]
    [InlineData("update audit_entries set reason = 'another' where subject_id = '6'; delete from audit_seals where seq > 4")]
    public async Task An_end_that_was_cut_off_and_sealed_anew_is_found_by_the_seal_that_was_noted(string sql)
    {
        var noted = await Fixture.Get<AuditQueries>().LastSealAsync(AuditFixture.Admin, CancellationToken.None);
        await Fixture.TamperAsync(sql);
        Fixture.Clock.Advance(TimeSpan.FromSeconds(5));
        await Fixture.SealAsync();

        (await Fixture.VerifyAsync()).IsIntact.Should().BeTrue("without the noted seal nobody can tell");
        (await Fixture.VerifyAsync(noted)).Break.Should().BeEquivalentTo(new { Kind = AuditBreakKind.NotAsNoted, Seq = 6L });
    }

    [Fact]
    public async Task A_noted_seal_is_found_again_when_more_was_sealed_since()
    {
        var noted = await Fixture.Get<AuditQueries>().LastSealAsync(AuditFixture.Admin, CancellationToken.None);
        await Fixture.AppendAsync(2, first: 7);
        await Fixture.SealAsync();

        (await Fixture.VerifyAsync(AuditSeal.Parse(noted?.Text))).Should().BeEquivalentTo(new { Seals = 8L, IsIntact = true });
    }

    [Fact]
    public async Task Young_entries_need_no_seal_yet()
    {
        await Fixture.AppendAsync(2, first: 7);

        (await Fixture.VerifyAsync()).Should().BeEquivalentTo(new { Young = 2L, Overdue = 0L, IsIntact = true });
    }

    [Fact]
    public async Task Only_the_first_break_is_named_and_nothing_behind_it_is_trusted()
    {
        await Fixture.TamperAsync("update audit_entries set reason = 'x' where subject_id in ('2', '5')");

        (await Fixture.VerifyAsync()).Should().BeEquivalentTo(new { Seals = 1L, Break = new { Seq = 2L } });
    }

    [Theory]
    [InlineData(PlatformRole.Finance, true)]
    [InlineData(PlatformRole.Support, false)]
    public async Task Who_may_not_read_the_trail_may_not_verify_it(PlatformRole role, bool may)
    {
        var verify = () => Fixture.Get<VerifyAuditTrail>()
            .HandleAsync(new Actor.User(Guid.CreateVersion7(AuditFixture.Now), role, null, null), null, null, CancellationToken.None);

        if (may)
            await verify.Should().NotThrowAsync();
        else
            await verify.Should().ThrowAsync<AccessDeniedException>();
    }

    [Fact]
    public async Task It_can_be_stopped()
    {
        var verify = () => Fixture.Get<VerifyAuditTrail>().HandleAsync(AuditFixture.Admin, null, null, new CancellationToken(canceled: true));

        await verify.Should().ThrowAsync<OperationCanceledException>();
    }
}
