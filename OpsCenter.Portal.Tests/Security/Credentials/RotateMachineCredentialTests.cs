using FluentAssertions;
using OpsCenter.Portal.Security.Credentials;
using Xunit;

namespace OpsCenter.Portal.Tests.Security.Credentials;

public sealed class RotateMachineCredentialTests(CredentialsFixture fixture) : IClassFixture<CredentialsFixture>
{
    [Theory]
    [InlineData(RotationOverlap.None, 0)]
    [InlineData(RotationOverlap.OneHour, 1)]
    [InlineData(RotationOverlap.OneDay, 24)]
    [InlineData(RotationOverlap.OneWeek, 168)]
    public async Task The_old_secret_ends_after_the_overlap(RotationOverlap overlap, int hours)
    {
        var old = await fixture.CreateAsync();
        var at = fixture.Now;

        var issued = (MachineCredentialOutcome.Issued)await fixture.RotateAsync(old.Credential, overlap);

        var row = await fixture.RowAsync(old.Credential.Id);
        (row.ExpiresAt, row.IsReplaced).Should().Be((at.AddHours(hours), true));
        (await fixture.WorksAsync(old.Secret)).Should().Be(hours > 0);
        fixture.Clock.Advance(at.AddHours(hours) - fixture.Now > TimeSpan.Zero ? at.AddHours(hours) - fixture.Now : TimeSpan.Zero);
        (await fixture.WorksAsync(old.Secret)).Should().BeFalse();
        (await fixture.WorksAsync(issued.Secret)).Should().BeTrue();
    }

    [Fact]
    public async Task The_new_one_is_like_the_old_one()
    {
        var old = await fixture.CreateAsync(expiresAt: fixture.Now.AddDays(90));
        var edited = (MachineCredentialOutcome.Done)await fixture.EditAsync(
            old.Credential, old.Credential.Settings with { PermitsPerSecond = 5, Burst = 7, RequiresJobKey = true });

        var issued = (MachineCredentialOutcome.Issued)await fixture.RotateAsync(edited.Credential, RotationOverlap.OneDay);

        issued.Credential.Should().Be(edited.Credential with { Id = issued.Credential.Id, CreatedAt = fixture.Now });
        issued.Secret.Reveal().Should().NotBe(old.Secret.Reveal());
    }

    [Fact]
    public async Task An_overlap_does_not_lengthen_a_life()
    {
        var end = fixture.Now.AddHours(2);
        var old = await fixture.CreateAsync(expiresAt: end);

        await fixture.RotateAsync(old.Credential, RotationOverlap.OneWeek);

        (await fixture.RowAsync(old.Credential.Id)).ExpiresAt.Should().Be(end);
    }

    [Fact]
    public async Task Of_many_who_rotate_at_once_one_wins_and_the_others_are_told()
    {
        var old = await fixture.CreateAsync(source: "contended");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.RotateAsync(old.Credential, RotationOverlap.OneDay)));

        outcomes.OfType<MachineCredentialOutcome.Issued>().Should().ContainSingle();
        outcomes.OfType<MachineCredentialOutcome.ChangedMeanwhile>().Should().HaveCount(7)
            .And.OnlyContain(told => told.WhatChanged.StartsWith("Someone has rotated this credential.") && !told.CanRepeat);
        await using var db = fixture.OpenDatabase();
        db.MachineCredentials.Count(c => c.Source == "contended").Should().Be(2);
    }

    [Fact]
    public async Task What_has_ended_is_not_rotated()
    {
        var revoked = (await fixture.CreateAsync()).Credential;
        await fixture.RevokeAsync(revoked.Id);
        var expired = (await fixture.CreateAsync(expiresAt: fixture.Now.AddMinutes(1))).Credential;
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        (await fixture.RotateAsync(revoked, RotationOverlap.OneDay)).Should().BeOfType<MachineCredentialOutcome.ChangedMeanwhile>()
            .Which.WhatChanged.Should().Contain("revoked");
        (await fixture.RotateAsync(expired, RotationOverlap.OneDay)).Should().BeOfType<MachineCredentialOutcome.ChangedMeanwhile>()
            .Which.WhatChanged.Should().Contain("expired");
    }

    [Fact]
    public async Task Old_and_new_are_audited_without_a_secret()
    {
        var old = await fixture.CreateAsync();

        var issued = (MachineCredentialOutcome.Issued)await fixture.RotateAsync(old.Credential, RotationOverlap.OneHour);

        var (ofOld, ofNew) = (await fixture.AuditOfAsync(old.Credential.Id), await fixture.AuditOfAsync(issued.Credential.Id));
        ofOld.Select(row => row.Action).Should().Equal("machine_credential.created", "machine_credential.rotated");
        ofOld[1].Before.Should().Contain("\"expires_at\": null");
        ofOld[1].After.Should().NotContain("\"expires_at\": null");
        ofNew.Should().ContainSingle().Which.After.Should().Contain(old.Credential.Id.ToString()).And.NotContain(issued.Secret.Reveal());
    }

    [Fact]
    public async Task The_two_share_a_name_and_after_a_renaming_the_successor_may_have_it_back()
    {
        var old = await fixture.CreateAsync();
        var issued = (MachineCredentialOutcome.Issued)await fixture.RotateAsync(old.Credential, RotationOverlap.OneWeek);
        var renamed = (MachineCredentialOutcome.Done)await fixture.EditAsync(issued.Credential, issued.Credential.Settings with { Name = fixture.NewName() });

        var back = await fixture.EditAsync(renamed.Credential, renamed.Credential.Settings with { Name = old.Credential.Name });

        back.Should().BeOfType<MachineCredentialOutcome.Done>();
    }

    [Fact]
    public async Task While_the_old_one_runs_out_nobody_of_another_source_gets_its_name()
    {
        var old = await fixture.CreateAsync(source: "running-out");
        var issued = (MachineCredentialOutcome.Issued)await fixture.RotateAsync(old.Credential, RotationOverlap.OneWeek);
        await fixture.EditAsync(issued.Credential, issued.Credential.Settings with { Name = fixture.NewName() });

        var outcome = await fixture.TryCreateAsync(new CreateMachineCredentialInput("another", old.Credential.Settings));

        outcome.Should().BeOfType<MachineCredentialOutcome.Invalid>();
    }
}
