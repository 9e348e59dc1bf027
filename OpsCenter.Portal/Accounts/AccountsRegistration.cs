using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Accounts;

/// <summary>Everything about who may come in: accounts, sessions, sign-in, and who the current actor is.</summary>
public static class AccountsRegistration
{
    // Changing it would end every session and make every open form invalid.
    private const string ApplicationName = "ops-center-portal";

    /// <summary>
    /// Registers accounts and machine credentials. Call it after hosting and database, whose preparation must have run before the first
    /// operator is made, and after the frame, so that the one authentication state provider is ours.
    /// </summary>
    public static IServiceCollection AddPortalAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        // First, so that a start that fails here has no background work to stop.
        services.AddHostedService<AccountsPreparation>();
        services.AddAccountStore();
        services.AddSessions();
        services.AddSignIn(configuration);
        services.AddMachineCredentials(configuration);
        services.AddScoped<CurrentActor>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(SignedInUnlessOptedOut());

        return services;
    }

    /// <summary>Maps sign-out; the sign-in page is a component and maps itself.</summary>
    public static void MapPortalAccounts(this IEndpointRouteBuilder app) =>
        app.MapPost(PortalUrls.SignOut, SignOutEndpoint.HandleAsync).AllowAnonymous();

    /// <summary>Accounts without a web server: what the reset of a password needs.</summary>
    internal static IServiceCollection AddAccountStore(this IServiceCollection services)
    {
        // Before Identity adds its own, which lives for one request and cannot be shared.
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddIdentityCore<User>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";
            options.Password.RequiredLength = 12;
            options.Password.RequiredUniqueChars = 6;
            // Length protects; rules about kinds of characters only make passwords predictable.
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<OpsCenterDbContext>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddOptions<FirstOperatorOptions>().ValidateOnStart();
        services.ConfigureOptions<FirstOperatorOptionsSetup>();
        services.AddSingleton(new OperatorConsole(Console.Out));
        services.AddScoped<FirstOperator>();
        services.AddScoped<ResetAdminPassword>();

        return services;
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToDbContext<OpsCenterDbContext>();
        // It warns that keys are stored as they are. They are: next to the sessions they protect, for which whoever reads one could read the other.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "opscenter.antiforgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The security policy says frame-ancestors 'none' on every answer; this weaker header would contradict it.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<SessionTickets>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionRegistry>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionRegistry>());
        services.AddSingleton<ExpiredSessions>();
        services.AddHostedService(provider => provider.GetRequiredService<ExpiredSessions>());
        services.AddHttpContextAccessor();
        services.AddScoped<AuthenticationStateProvider, SessionAuthenticationStateProvider>();
        services.AddAuthentication(SessionCookie.SchemeName).AddCookie(SessionCookie.SchemeName);
        services.AddOptions<CookieAuthenticationOptions>(SessionCookie.SchemeName).Configure<SessionStore>(SessionCookie.Configure);
    }

    private static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignInOptions>().Bind(configuration.GetSection(SignInOptions.Section))
            .Validate(
                options => options.TriesPerAddressPerMinute is >= 1 and <= SignInOptions.Max,
                $"{SignInOptions.Section}:{nameof(SignInOptions.TriesPerAddressPerMinute)} must be 1 to {SignInOptions.Max}.")
            .Validate(
                options => options.TriesPerAccountPerMinute is >= 1 and <= SignInOptions.Max,
                $"{SignInOptions.Section}:{nameof(SignInOptions.TriesPerAccountPerMinute)} must be 1 to {SignInOptions.Max}.")
            .ValidateOnStart();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<DecoyAccounts>();
        services.AddScoped<SignInWithPassword>();
        services.AddScoped<SignUps.SignUpCustomer>();
    }

    // Where no route of ours answers (404, 405) there is nothing to protect, and "not found" is the more useful answer.
    private static AuthorizationPolicy SignedInUnlessOptedOut() => new AuthorizationPolicyBuilder()
        .RequireAssertion(context => context.User.Identity is { IsAuthenticated: true }
            || context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
        .Build();
}
