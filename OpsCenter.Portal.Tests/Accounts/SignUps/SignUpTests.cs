using System.Net;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts.SignUps;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts.SignUps;

public sealed class SignUpTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.7");
    private readonly AccountServices services = new(
        database.ConnectionString, new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero)), ("SignIn:TriesPerAccountPerMinute", "3"));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => services.DisposeAsync().AsTask();

    [Fact]
    public async Task Account_organisation_and_owner_are_made_together()
    {
        var outcome = await SignUpAsync(Form("ada@example.com"));

        var owner = outcome.Should().BeOfType<SignUpOutcome.Created>().Which.Owner;
        owner.Should().BeEquivalentTo(new { PlatformRole = (PlatformRole?)null, OrganizationRole = OrganizationRole.Owner });
        await using var db = services.OpenDatabase();
        (await db.Organizations.SingleAsync(o => o.Id == owner.OrganizationId)).Name.Should().Be("Northwind");
        (await db.Memberships.SingleAsync(m => m.UserId == owner.UserId)).Role.Should().Be(OrganizationRole.Owner);
    }

    [Fact]
    public async Task A_known_address_is_refused_and_nothing_is_made()
    {
        await SignUpAsync(Form("known@example.com"));
        var form = Form(" Known@Example.com ");
        form.Organization = "Second try";

        var outcome = await SignUpAsync(form);

        outcome.Should().BeOfType<SignUpOutcome.Invalid>().Which.Problems.Should().ContainSingle().Which.Key.Should().Be(nameof(SignUpForm.Email));
        await using var db = services.OpenDatabase();
        (await db.Organizations.AnyAsync(o => o.Name == "Second try")).Should().BeFalse();
    }

    [Theory]
    [InlineData(nameof(SignUpForm.Name), " ")]
    [InlineData(nameof(SignUpForm.Email), "no-address")]
    [InlineData(nameof(SignUpForm.Password), "too short")]
    [InlineData(nameof(SignUpForm.Password), "aaaaaaaaaaaaaaa")]
    [InlineData(nameof(SignUpForm.Organization), "")]
    public async Task What_cannot_be_used_is_named(string field, string value)
    {
        var form = Form($"{Guid.CreateVersion7():N}@example.com");
        typeof(SignUpForm).GetProperty(field)!.SetValue(form, value); // a field of the form

        var outcome = await SignUpAsync(form);

        outcome.Should().BeOfType<SignUpOutcome.Invalid>().Which.Problems.Should().ContainSingle().Which.Key.Should().Be(field);
    }

    [Fact]
    public async Task Too_many_tries_are_refused()
    {
        var form = Form("often@example.com");
        form.Password = "";

        for (var tries = 0; tries < 3; tries++)
            await SignUpAsync(form);

        (await SignUpAsync(Form("often@example.com"))).Should().BeOfType<SignUpOutcome.TooManyTries>();
    }

    private static SignUpForm Form(string email) =>
        new() { Name = "Ada", Email = email, Password = "seven quiet herons", Organization = " Northwind " };

    private async Task<SignUpOutcome> SignUpAsync(SignUpForm form)
    {
        await using var scope = services.Provider.CreateAsyncScope();

        return await scope.ServiceProvider.GetRequiredService<SignUpCustomer>().HandleAsync(form, Home, CancellationToken.None);
    }
}
