using Microsoft.AspNetCore.Identity;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Data.Demo;

/// <summary>The person who can sign in for the first sample customer. Their password is generated and noted in <c>first-run.txt</c>.</summary>
internal sealed class DemoOwner(IServiceScopeFactory scopes, FirstRunFile notes, TimeProvider clock)
{
    private const string Email = "owner@example.com";

    /// <summary>Makes the account and its membership.</summary>
    public async Task CreateAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var db = scope.ServiceProvider.GetRequiredService<OpsCenterDbContext>();
        var now = clock.GetUtcNow();
        var password = GeneratedPassword.Create();
        var user = new User
        {
            Id = Guid.CreateVersion7(now),
            UserName = Email,
            Email = Email,
            EmailConfirmed = true,
            DisplayName = "Demo owner",
            CreatedAt = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var created = await users.CreateAsync(user, password);

        if (!created.Succeeded)
        {
            throw new InvalidOperationException($"The sample owner was refused: {string.Join(", ", created.Errors.Select(e => e.Code))}.");
        }

        db.Memberships.Add(new Membership(customerId, user.Id, OrganizationRole.Owner, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        notes.Write(new Dictionary<string, string>
        {
            ["demo_customer_id"] = customerId.ToString(),
            ["demo_customer_email"] = Email,
            ["demo_customer_password"] = password,
        });
    }
}
