using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Integrations;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.ProviderKeys;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Tests.Integrations;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.RateCards;

/// <summary>A fresh database with version 1, two operators, and the rate card's commands over it.</summary>
public sealed class RateCardDatabase : IAsyncLifetime
{
    private readonly TestDatabase database = new();
    private ServiceProvider? services;
    private ClaimsPrincipal signedIn = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 1, 10, 10, 42, 0, TimeSpan.Zero));

    internal ScriptedBrigade Brigade { get; } = new();

    internal Actor.User Ana { get; private set; } = null!; // set before each test by InitializeAsync

    internal Actor.User Ben { get; private set; } = null!; // likewise

    public T Get<T>() where T : notnull => services!.GetRequiredService<T>(); // likewise

    /// <summary>The same database seen by a portal that has just been started.</summary>
    public void Restart()
    {
        services?.Dispose();
        services = new ServiceCollection()
            .AddOpsCenterDatabase(database.ConnectionString)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddLogging()
            .AddSingleton<AuthenticationStateProvider>(new SignedIn(this))
            .AddTransient<CurrentActor>()
            .AddRateCards()
            .AddSubscriptions()
            .AddProviderKeys()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .AddOutbox()
            .AddIntegrations()
            .AddSingleton<IBrigadeGateway>(Brigade)
            .BuildServiceProvider();
    }

    /// <summary>Signs an operator in: pages that ask who acts are told it is them.</summary>
    internal async Task SignInAsync(Actor.User actor)
    {
        var now = Clock.GetUtcNow();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            KeyHash = actor.UserId.ToByteArray(),
            UserId = actor.UserId,
            Ticket = [],
            CreatedAt = now,
            ExpiresAt = now.AddDays(1),
        };
        await using var db = await Get<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        signedIn = SessionClaims.PrincipalOf(session.Id, await db.Users.SingleAsync(u => u.Id == actor.UserId));
    }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);

        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);

        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        Restart();
        Ana = await AddOperatorAsync("Ana");
        Ben = await AddOperatorAsync("Ben");
    }

    public async Task DisposeAsync()
    {
        await services!.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task<Actor.User> AddOperatorAsync(string name)
    {
        var user = new User
        {
            Id = Guid.CreateVersion7(Clock.GetUtcNow()),
            UserName = name,
            DisplayName = name,
            PlatformRole = PlatformRole.Admin,
            CreatedAt = Clock.GetUtcNow(),
        };
        await using var db = await Get<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        db.Users.Add(user);
        await db.SaveChangesAsync();

        return new Actor.User(user.Id, PlatformRole.Admin, null, null);
    }

    private sealed class SignedIn(RateCardDatabase portal) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(portal.signedIn));
    }
}
