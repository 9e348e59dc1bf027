using System.Security.Claims;
using FluentAssertions;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Tests.Accounts;
using Xunit;

namespace OpsCenter.Portal.Tests.Security;

public sealed class CurrentActorTests(AccountsFixture fixture) : IClassFixture<AccountsFixture>
{
    private const string Password = "seven quiet herons";

    private AccountsHost Host => fixture.Host;

    [Fact]
    public async Task Roles_come_from_the_database_and_not_from_the_sign_in()
    {
        var userId = await Host.AddPersonAsync("demoted@example.com", Password, PlatformRole.Admin);
        var user = await SignInAsync("demoted@example.com");

        var before = await ActorOfAsync(user);
        await using var db = Host.OpenDatabase();
        await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(u => u.PlatformRole, PlatformRole.Support));
        var after = await ActorOfAsync(user);

        before.Should().Be(new Actor.User(userId, PlatformRole.Admin, null, null));
        after.Should().Be(new Actor.User(userId, PlatformRole.Support, null, null));
    }

    [Fact]
    public async Task A_member_acts_for_the_first_organisation_by_name()
    {
        var userId = await Host.AddPersonAsync("member@example.com", Password);
        var zebra = await AddMembershipAsync(userId, "Zebra", OrganizationRole.Owner);
        var acme = await AddMembershipAsync(userId, "Acme", OrganizationRole.Billing);
        var user = await SignInAsync("member@example.com");

        var actor = await ActorOfAsync(user);

        actor.Should().Be(new Actor.User(userId, null, acme, OrganizationRole.Billing));
        zebra.Should().NotBe(acme);
    }

    [Fact]
    public async Task Name_and_address_are_those_of_the_account()
    {
        await Host.AddPersonAsync("named@example.com", Password);
        var user = await SignInAsync("named@example.com");

        using var circuit = Circuit(user);
        var person = await circuit.ServiceProvider.GetRequiredService<CurrentActor>().GetPersonAsync(CancellationToken.None);

        person.DisplayName.Should().Be("Ana Lima");
        person.Email.Should().Be("named@example.com");
        person.OrganizationName.Should().BeNull();
    }

    [Fact]
    public async Task A_session_that_was_ended_has_no_actor()
    {
        var userId = await Host.AddPersonAsync("gone@example.com", Password);
        var user = await SignInAsync("gone@example.com");

        await using var db = Host.OpenDatabase();
        await db.Sessions.Where(s => s.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, Host.Clock.GetUtcNow()));

        await this.Awaiting(test => test.ActorOfAsync(user)).Should().ThrowAsync<SignInRequiredException>();
    }

    [Fact]
    public async Task A_session_of_an_older_password_has_no_actor()
    {
        var userId = await Host.AddPersonAsync("stamp@example.com", Password);
        var user = await SignInAsync("stamp@example.com");

        await using var db = Host.OpenDatabase();
        await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(u => u.SecurityStamp, "another"));

        await this.Awaiting(test => test.ActorOfAsync(user)).Should().ThrowAsync<SignInRequiredException>();
    }

    [Fact]
    public async Task Nobody_is_no_actor()
    {
        var nobody = new ClaimsPrincipal(new ClaimsIdentity());

        await this.Awaiting(test => test.ActorOfAsync(nobody)).Should().ThrowAsync<SignInRequiredException>();
    }

    [Fact]
    public async Task Work_over_a_circuit_keeps_the_session_alive()
    {
        var userId = await Host.AddPersonAsync("busy@example.com", Password);
        var user = await SignInAsync("busy@example.com");

        for (var hour = 0; hour < 3; hour++)
        {
            Host.Clock.Advance(TimeSpan.FromHours(7));
            await ActorOfAsync(user);
        }

        await using var db = Host.OpenDatabase();
        var end = await db.Sessions.Where(s => s.UserId == userId).Select(s => s.ExpiresAt).SingleAsync();
        end.Should().BeCloseTo(Host.Clock.GetUtcNow().AddHours(12), TimeSpan.FromSeconds(1));
    }

    private async Task<ClaimsPrincipal> SignInAsync(string email)
    {
        using var browser = Host.OpenBrowser();
        using var answer = await browser.SignInAsync(email, Password);
        await using var db = Host.OpenDatabase();
        var sessions = LiveSessions.Of(db, Host.Clock.GetUtcNow()).Where(s => db.Users.Any(u => u.Id == s.UserId && u.Email == email));

        return SessionClaims.PrincipalOf((await LiveSessions.FindAsync(db, sessions, CancellationToken.None))!.Person);
    }

    private async Task<Guid> AddMembershipAsync(Guid userId, string name, OrganizationRole role)
    {
        var now = Host.Clock.GetUtcNow();
        var organization = new Organization(Guid.CreateVersion7(now), name, now);
        await using var db = Host.OpenDatabase();
        db.Add(organization);
        db.Add(new Membership(organization.Id, userId, role, now));
        await db.SaveChangesAsync();

        return organization.Id;
    }

    private async Task<Actor> ActorOfAsync(ClaimsPrincipal user)
    {
        using var circuit = Circuit(user);

        return await circuit.ServiceProvider.GetRequiredService<CurrentActor>().GetAsync(CancellationToken.None);
    }

    private IServiceScope Circuit(ClaimsPrincipal user)
    {
        var scope = Host.Services.CreateScope();
        var provider = (IHostEnvironmentAuthenticationStateProvider)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        provider.SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));

        return scope;
    }
}
