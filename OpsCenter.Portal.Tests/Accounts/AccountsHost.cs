using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Accounts;

/// <summary>The whole portal in memory, on a real database, with a clock that stands still until it is moved.</summary>
internal sealed class AccountsHost : WebApplicationFactory<Program>
{
    public const string AdminEmail = "root@example.com";
    public const string AdminPassword = "a long and quiet morning";

    private readonly string connectionString;
    private readonly TestFolder folder = new();
    private readonly Dictionary<string, string> settings = new()
    {
        [FirstOperatorOptions.EmailKey] = AdminEmail,
        [FirstOperatorOptions.PasswordKey] = AdminPassword,
        // Tests of other things must not run into the limits.
        ["SignIn:TriesPerAddressPerMinute"] = "10000",
        ["SignIn:TriesPerAccountPerMinute"] = "10000",
    };

    public AccountsHost(TestDatabase database, params (string Key, string Value)[] settings)
    {
        connectionString = database.ConnectionString;

        foreach (var (key, value) in settings)
        {
            this.settings[key] = value;
        }
    }

    public FakeTimeProvider Clock { get; init; } = new(TimeProvider.System.GetUtcNow());

    public CapturedLog Log { get; } = new();

    public StringWriter Terminal { get; } = new();

    public string FirstRunText
    {
        get
        {
            var file = folder.Data.Combine("first-run.txt");
            return File.Exists(file) ? File.ReadAllText(file) : "";
        }
    }

    /// <summary>A portal that has started already.</summary>
    public static AccountsHost Start(TestDatabase database)
    {
        var host = new AccountsHost(database);
        host.StartServer();

        return host;
    }

    /// <summary>A portal that listens on a port of this machine, for real browsers.</summary>
    public static AccountsHost Listen(TestDatabase database)
    {
        var host = new AccountsHost(database, ("OPSCENTER_URLS", "http://127.0.0.1:0"));
        host.UseKestrel(0);
        host.StartServer();

        return host;
    }

    /// <summary>A browser without script: keeps cookies, follows no redirect by itself.</summary>
    public Browser OpenBrowser() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public OpsCenterDbContext OpenDatabase() => Services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>().CreateDbContext();

    /// <summary>Makes an account and returns its id.</summary>
    public async Task<Guid> AddPersonAsync(string email, string password, PlatformRole? role = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var now = Clock.GetUtcNow();
        var user = new User
        {
            Id = Guid.CreateVersion7(now),
            UserName = email,
            Email = email,
            DisplayName = "Ana Lima",
            PlatformRole = role,
            CreatedAt = now,
        };
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, password);

        return result.Succeeded ? user.Id : throw new InvalidOperationException(result.ToString());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseStaticWebAssets();
        builder.UseSetting("ConnectionStrings:OpsCenter", connectionString);
        builder.UseSetting("OPSCENTER_DATA", folder.Data.Path);

        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(Log.ListenToEverything);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(new OperatorConsole(Terminal));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);

        // The factory disposes of itself more than once.
        if (disposing && Directory.Exists(folder.Data.Path))
        {
            folder.Remove();
        }
    }
}
