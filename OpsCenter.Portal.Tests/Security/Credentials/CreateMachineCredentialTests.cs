using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Security.Credentials;
using Xunit;

namespace OpsCenter.Portal.Tests.Security.Credentials;

public sealed class CreateMachineCredentialTests(CredentialsFixture fixture) : IClassFixture<CredentialsFixture>
{
    [Fact]
    public async Task It_is_as_asked_for_and_its_secret_works_at_once()
    {
        var name = fixture.NewName("Importer");
        var end = fixture.Now.AddDays(30);
        var settings = new MachineCredentialSettings($"  {name} ", MachineScopes.UsageWrite | MachineScopes.ByokRead, 50, 200, RequiresJobKey: true);

        var issued = (MachineCredentialOutcome.Issued)await fixture.TryCreateAsync(new CreateMachineCredentialInput(" eu.importer-1_a ", settings, end));

        issued.Credential.Should().BeEquivalentTo(new
        {
            Name = name,
            Source = "eu.importer-1_a",
            Settings = settings with { Name = name },
            CreatedAt = fixture.Now,
            ExpiresAt = end,
            RevokedAt = (DateTimeOffset?)null,
            LastUsedAt = (DateTimeOffset?)null,
            IsReplaced = false,
        });
        (await fixture.WorksAsync(issued.Secret)).Should().BeTrue();
    }

    [Fact]
    public async Task The_secret_is_stored_nowhere_and_says_nothing_about_itself()
    {
        var issued = await fixture.CreateAsync();

        await using var db = fixture.OpenDatabase();
        var stored = await db.MachineCredentials.SingleAsync(c => c.Id == issued.Credential.Id);
        var audit = await fixture.AuditOfAsync(issued.Credential.Id);
        stored.SecretHash.Should().Equal(MachineSecret.HashOf(issued.Secret.Reveal()));
        issued.ToString().Should().NotContain(issued.Secret.Reveal());
        audit.Should().ContainSingle().Which.After.Should().NotContain(issued.Secret.Reveal()).And.NotContain("hash");
    }

    [Fact]
    public async Task An_audit_row_tells_what_was_made()
    {
        var issued = await fixture.CreateAsync("Audited", "audited-source");

        var (action, before, after) = (await fixture.AuditOfAsync(issued.Credential.Id)).Single();

        (action, before).Should().Be(("machine_credential.created", null));
        after.Should().Contain("\"Audited\"").And.Contain("\"audited-source\"").And.Contain("usage:write");
    }

    [Theory]
    [InlineData("", "source", MachineScopes.UsageWrite, null, null, MachineCredentialField.Name)]
    [InlineData("\u200B", "source", MachineScopes.UsageWrite, null, null, MachineCredentialField.Name)]
    [InlineData("nul\0", "source", MachineScopes.UsageWrite, null, null, MachineCredentialField.Name)]
    [InlineData("Fine", "", MachineScopes.UsageWrite, null, null, MachineCredentialField.Source)]
    [InlineData("Fine", "Upper", MachineScopes.UsageWrite, null, null, MachineCredentialField.Source)]
    [InlineData("Fine", "two words", MachineScopes.UsageWrite, null, null, MachineCredentialField.Source)]
    [InlineData("Fine", "bücher", MachineScopes.UsageWrite, null, null, MachineCredentialField.Source)]
    [InlineData("Fine", "source", MachineScopes.None, null, null, MachineCredentialField.Scopes)]
    [InlineData("Fine", "source", MachineScopes.UsageWrite, 0, null, MachineCredentialField.PermitsPerSecond)]
    [InlineData("Fine", "source", MachineScopes.UsageWrite, 1_000_001, null, MachineCredentialField.PermitsPerSecond)]
    [InlineData("Fine", "source", MachineScopes.UsageWrite, 1, 0, MachineCredentialField.Burst)]
    [InlineData("Fine", "source", MachineScopes.UsageWrite, 1, 1_000_001, MachineCredentialField.Burst)]
    [InlineData("Fine", "source", MachineScopes.UsageWrite, null, 5, MachineCredentialField.PermitsPerSecond)]
    public async Task What_cannot_be_used_is_named(string name, string source, MachineScopes scopes, int? permits, int? burst, MachineCredentialField field)
    {
        var outcome = await fixture.TryCreateAsync(new CreateMachineCredentialInput(source, new MachineCredentialSettings(name, scopes, permits, burst)));

        outcome.Should().BeOfType<MachineCredentialOutcome.Invalid>().Which.Problems.Should().ContainSingle().Which.Field.Should().Be(field);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var outcome = await fixture.TryCreateAsync(new CreateMachineCredentialInput("", new MachineCredentialSettings("", MachineScopes.None)));

        outcome.Should().BeOfType<MachineCredentialOutcome.Invalid>().Which.Problems.Select(p => p.Field)
            .Should().Equal(MachineCredentialField.Name, MachineCredentialField.Scopes, MachineCredentialField.Source);
    }

    [Fact]
    public async Task Names_and_sources_have_a_hundred_characters_and_no_more()
    {
        var longest = new string('n', 100);

        var fits = await fixture.TryCreateAsync(new CreateMachineCredentialInput(longest, new MachineCredentialSettings(longest, MachineScopes.UsageWrite)));
        var longer = await fixture.TryCreateAsync(new CreateMachineCredentialInput(longest + "n", new MachineCredentialSettings(longest + "x", MachineScopes.UsageWrite)));

        fits.Should().BeOfType<MachineCredentialOutcome.Issued>();
        longer.Should().BeOfType<MachineCredentialOutcome.Invalid>().Which.Problems.Select(p => p.Field)
            .Should().Equal(MachineCredentialField.Name, MachineCredentialField.Source);
    }

    [Fact]
    public async Task The_end_lies_in_the_future_and_within_ten_years()
    {
        var past = await EndingAsync(fixture.Now);
        var soon = await EndingAsync(fixture.Now.AddSeconds(1));
        var far = await EndingAsync(fixture.Now.AddYears(10));
        var tooFar = await EndingAsync(fixture.Now.AddYears(10).AddDays(1));

        new[] { past, tooFar }.Should().AllBeOfType<MachineCredentialOutcome.Invalid>();
        new[] { soon, far }.Should().AllBeOfType<MachineCredentialOutcome.Issued>();
    }

    [Fact]
    public async Task A_rate_without_a_burst_allows_a_seconds_worth_at_once()
    {
        var issued = (MachineCredentialOutcome.Issued)await fixture.TryCreateAsync(
            new CreateMachineCredentialInput("test", new MachineCredentialSettings(fixture.NewName(), MachineScopes.UsageWrite, 25)));

        issued.Credential.Settings.Burst.Should().Be(25);
    }

    [Theory]
    [InlineData("Taken 100% a_b", "Taken 100% a_b")]
    [InlineData("Taken case", "TAKEN CASE")]
    public async Task A_usable_credential_keeps_its_name_to_itself(string first, string second)
    {
        await fixture.CreateAsync(first);

        var outcome = await fixture.TryCreateAsync(new CreateMachineCredentialInput("other", new MachineCredentialSettings(second, MachineScopes.UsageWrite)));

        outcome.Should().BeOfType<MachineCredentialOutcome.Invalid>().Which.Problems.Should().ContainSingle().Which.Field.Should().Be(MachineCredentialField.Name);
    }

    [Fact]
    public async Task Signs_in_a_name_stand_for_themselves()
    {
        await fixture.CreateAsync("Signs axb 1000");

        var outcome = await fixture.TryCreateAsync(new CreateMachineCredentialInput("other", new MachineCredentialSettings("Signs a_b 100%", MachineScopes.UsageWrite)));

        outcome.Should().BeOfType<MachineCredentialOutcome.Issued>();
    }

    [Fact]
    public async Task The_name_of_one_that_has_ended_is_free_again()
    {
        var revoked = await fixture.CreateAsync("Free after revoking");
        await fixture.RevokeAsync(revoked.Credential.Id);
        await fixture.CreateAsync("Free after its end", expiresAt: fixture.Now.AddMinutes(1));
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        await fixture.CreateAsync("Free after revoking");
        await fixture.CreateAsync("Free after its end");
    }

    [Fact]
    public async Task Of_many_who_want_a_name_at_once_one_gets_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            fixture.TryCreateAsync(new CreateMachineCredentialInput("test", new MachineCredentialSettings("Contended", MachineScopes.UsageWrite)))));

        outcomes.OfType<MachineCredentialOutcome.Issued>().Should().ContainSingle();
        outcomes.OfType<MachineCredentialOutcome.Invalid>().Should().HaveCount(7);
    }

    [Fact]
    public async Task A_source_may_be_shared_and_the_others_are_named()
    {
        var first = await fixture.CreateAsync("Shares first", "shared-source");
        await fixture.RevokeAsync(first.Credential.Id);
        await fixture.CreateAsync("Shares second", "shared-source");

        var names = await fixture.Get<MachineCredentialQueries>().NamesOnSourceAsync(CredentialsFixture.Admin, " shared-source ", CancellationToken.None);

        names.Should().Equal("Shares first", "Shares second");
    }

    private Task<MachineCredentialOutcome> EndingAsync(DateTimeOffset end) =>
        fixture.TryCreateAsync(new CreateMachineCredentialInput("test", new MachineCredentialSettings(fixture.NewName(), MachineScopes.UsageWrite), end));
}
