using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>One portal with a database of its own and one browser, for a test class.</summary>
public sealed class PortalInBrowser : IAsyncLifetime
{
    private readonly BrowserHost host = new();
    private readonly ChromiumFixture chromium = new();
    private People? people;

    /// <summary>Who can be made to sign in.</summary>
    internal People People => people ?? throw new InvalidOperationException("The portal has not been started.");

    /// <summary>The portal's services, for what a test must do to it from outside.</summary>
    public IServiceProvider Services => host.Services;

    public async Task InitializeAsync()
    {
        await Task.WhenAll(host.InitializeAsync(), chromium.InitializeAsync());
        people = new People(host.Services);
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await host.DisposeAsync();
    }

    /// <summary>The address of a page.</summary>
    public string AddressOf(string path) => new Uri(host.Address, path).ToString();

    /// <summary>A fresh browser in which nobody is signed in, on a page.</summary>
    public Task<BrowserSession> OpenAsync(string path) => BrowserSession.OpenAsync(chromium, new Uri(host.Address, path));

    /// <summary>A fresh browser in which somebody signs in on the way to a page.</summary>
    public async Task<BrowserSession> SignInAsync(Person person, string path)
    {
        var session = await OpenAsync(path);
        await new SignInPage(session.Page).SignInAsync(person);
        await session.Page.WaitForURLAsync(AddressOf(path), new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });

        return session;
    }

    /// <summary>A new customer.</summary>
    public async Task<Guid> AddCustomerAsync(string name)
    {
        var outcome = await host.Services.GetRequiredService<CreateCustomer>().HandleAsync(new Actor.System("test"), name, CancellationToken.None);

        return ((CreateCustomerOutcome.Created)outcome).Id;
    }

    /// <summary>Reports the brief's job as Brigade does, over HTTP with its key.</summary>
    /// <param name="customerId">Whose job it is.</param>
    /// <param name="fields">What is different from the brief's job.</param>
    public async Task<ReportedJob> ReportJobAsync(Guid customerId, params (string Name, JsonNode Value)[] fields)
    {
        var report = Reports.Brief(customerId.ToString());

        foreach (var (name, value) in fields)
        {
            report[name] = value;
        }

        using var brigade = host.CreateMachine();
        using var answer = await brigade.PostAsJsonAsync("/api/v1/usage/record", report);
        answer.EnsureSuccessStatusCode();

        return await answer.Content.ReadFromJsonAsync<ReportedJob>() ?? throw new InvalidOperationException("The answer was empty.");
    }
}
