using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security.Credentials;
using Xunit;

namespace OpsCenter.Portal.Tests.Security.Credentials;

public sealed class EditMachineCredentialTests(CredentialsFixture fixture) : IClassFixture<CredentialsFixture>
{
    [Fact]
    public async Task Everything_but_the_source_changes_and_the_secret_stays()
    {
        var issued = await fixture.CreateAsync(source: "kept");
        var settings = new MachineCredentialSettings(fixture.NewName("Edited"), MachineScopes.RateCardRead, 10, 20, RequiresJobKey: true);

        var done = (MachineCredentialOutcome.Done)await fixture.EditAsync(issued.Credential, settings);

        done.Credential.Should().Be(issued.Credential with { Settings = settings });
        done.Credential.Source.Should().Be("kept");
        (await fixture.WorksAsync(issued.Secret)).Should().BeTrue();
    }

    [Fact]
    public async Task An_audit_row_tells_before_and_after_and_no_change_leaves_none()
    {
        var seen = (await fixture.CreateAsync()).Credential;
        var done = (MachineCredentialOutcome.Done)await fixture.EditAsync(seen, seen.Settings with { RequiresJobKey = true });
        await fixture.EditAsync(done.Credential, done.Credential.Settings);

        var audit = await fixture.AuditOfAsync(seen.Id);

        audit.Select(row => row.Action).Should().Equal("machine_credential.created", "machine_credential.changed");
        audit[1].Before.Should().Contain("\"requires_job_key\": false");
        audit[1].After.Should().Contain("\"requires_job_key\": true");
    }

    [Fact]
    public async Task What_cannot_be_used_is_named_and_changes_nothing()
    {
        var seen = (await fixture.CreateAsync()).Credential;
        await fixture.CreateAsync("Taken by another");

        var outcomes = new[]
        {
            await fixture.EditAsync(seen, seen.Settings with { Name = " " }),
            await fixture.EditAsync(seen, seen.Settings with { Name = "taken by another" }),
            await fixture.EditAsync(seen, seen.Settings with { Scopes = MachineScopes.None }),
            await fixture.EditAsync(seen, seen.Settings with { PermitsPerSecond = -1 }),
        };

        outcomes.Should().AllBeOfType<MachineCredentialOutcome.Invalid>();
        (await fixture.RowAsync(seen.Id)).Should().Be(seen);
    }

    [Fact]
    public async Task The_second_of_two_is_told_of_the_first_and_can_decide_to_go_on()
    {
        var seen = (await fixture.CreateAsync()).Credential;
        await fixture.EditAsync(seen, seen.Settings with { Name = "Renamed by a colleague" });

        var told = (MachineCredentialOutcome.ChangedMeanwhile)await fixture.EditAsync(seen, seen.Settings with { RequiresJobKey = true });
        var done = await fixture.EditAsync(told.Credential, seen.Settings with { RequiresJobKey = true });

        (told.WhatChanged, told.CanRepeat).Should().Be(("Someone renamed this credential to “Renamed by a colleague”.", true));
        done.Should().BeOfType<MachineCredentialOutcome.Done>().Which.Credential.Name.Should().Be(seen.Name);
    }

    [Fact]
    public async Task A_call_meanwhile_is_no_change()
    {
        var issued = await fixture.CreateAsync();
        await using var db = fixture.OpenDatabase();
        var stored = await db.MachineCredentials.FindAsync(issued.Credential.Id);
        stored!.LastUsedAt = fixture.Now;
        await db.SaveChangesAsync();

        var outcome = await fixture.EditAsync(issued.Credential, issued.Credential.Settings with { RequiresJobKey = true });

        outcome.Should().BeOfType<MachineCredentialOutcome.Done>();
    }

    [Fact]
    public async Task One_that_has_ended_is_not_changed()
    {
        var revoked = (await fixture.CreateAsync()).Credential;
        await fixture.RevokeAsync(revoked.Id);
        var expired = (await fixture.CreateAsync(expiresAt: fixture.Now.AddMinutes(1))).Credential;
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var seen in new[] { revoked, expired })
        {
            var outcome = await fixture.EditAsync(seen, seen.Settings with { RequiresJobKey = true });

            outcome.Should().BeOfType<MachineCredentialOutcome.ChangedMeanwhile>().Which.CanRepeat.Should().BeFalse();
        }
    }
}
