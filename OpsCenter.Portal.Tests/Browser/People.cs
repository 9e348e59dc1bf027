using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Makes accounts the way the portal makes them, for there is no page for it yet.</summary>
internal sealed class People(IServiceProvider services)
{
    private const string Password = "a quiet walk by the river";

    private int count;

    /// <summary>An operator.</summary>
    public async Task<Person> AddOperatorAsync(string name, PlatformRole role) => (await AddAsync(name, role)).Person;

    /// <summary>Somebody without any role.</summary>
    public async Task<Person> AddStrangerAsync(string name) => (await AddAsync(name, role: null)).Person;

    /// <summary>Somebody who belongs to a customer.</summary>
    public async Task<Person> AddMemberAsync(string name, Guid customerId, OrganizationRole role)
    {
        var (person, userId) = await AddAsync(name, role: null);
        await using var db = await services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        db.Memberships.Add(new Membership(customerId, userId, role, TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync();

        return person;
    }

    private async Task<(Person Person, Guid UserId)> AddAsync(string name, PlatformRole? role)
    {
        await using var scope = services.CreateAsyncScope();
        var now = TimeProvider.System.GetUtcNow();
        var email = $"person{Interlocked.Increment(ref count)}@example.com";
        var user = new User { Id = Guid.CreateVersion7(now), UserName = email, Email = email, DisplayName = name, PlatformRole = role, CreatedAt = now };
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Password);

        return result.Succeeded ? (new Person(name, email, Password), user.Id) : throw new InvalidOperationException(result.ToString());
    }
}
