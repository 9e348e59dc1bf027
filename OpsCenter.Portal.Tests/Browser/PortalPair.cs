using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>
/// Two instances of the portal on one database, and a browser. A browser sends its cookies to both, as they differ in the port only: the
/// second one is where a load balancer might send somebody who signed in at the first.
/// </summary>
public sealed class PortalPair : IAsyncLifetime
{
    private readonly ChromiumFixture chromium = new();
    private BrowserHost? first;
    private BrowserHost? second;
    private People? people;

    public TestDatabase Database { get; } = new();

    internal People People => people ?? throw new InvalidOperationException("The portals have not been started.");

    private BrowserHost First => first ?? throw new InvalidOperationException("The portals have not been started.");

    private BrowserHost Second => second ?? throw new InvalidOperationException("The portals have not been started.");

    public async Task InitializeAsync()
    {
        await Task.WhenAll(Database.InitializeAsync(), chromium.InitializeAsync());
        first = new BrowserHost(Database.ConnectionString);
        second = new BrowserHost(Database.ConnectionString);
        await first.InitializeAsync();
        await second.InitializeAsync();
        people = new People(first.Services);
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>The address of a page at the second instance.</summary>
    public string AtSecond(string path) => new Uri(Second.Address, path).ToString();

    /// <summary>A fresh browser in which somebody signs in at the first instance, on the way to a page there.</summary>
    public async Task<BrowserSession> SignInAtFirstAsync(Person person, string path)
    {
        var session = await BrowserSession.OpenAsync(chromium, new Uri(First.Address, path));
        await new SignInPage(session.Page).SignInAsync(person);
        await session.Page.WaitForURLAsync(new Uri(First.Address, path).ToString());

        return session;
    }

    /// <summary>The brief's job of a new customer, reported to the first instance.</summary>
    public async Task ReportJobAtFirstAsync()
    {
        var outcome = await First.Services.GetRequiredService<CreateCustomer>()
            .HandleAsync(new Actor.System("test"), "Northwind Research", CancellationToken.None);
        using var brigade = First.CreateMachine();
        using var answer = await brigade.PostAsJsonAsync(
            "/api/v1/usage/record", Reports.Brief(((CreateCustomerOutcome.Created)outcome).Id.ToString()));
        answer.EnsureSuccessStatusCode();
    }
}
