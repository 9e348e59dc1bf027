using System.Text.RegularExpressions;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Organizations.Pages;
using OpsCenter.Portal.ProviderKeys;
using OpsCenter.Portal.ProviderKeys.Pages;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Usage.Byok;
using Xunit;

namespace OpsCenter.Portal.Tests.ProviderKeys.Pages;

public sealed class ProviderKeysPageTests : BunitContext, IClassFixture<KeysHost>, IAsyncLifetime
{
    private const string Secret = "sk-test-0123456789-abcd";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly KeysHost host;
    private readonly SignedInMember people;

    public ProviderKeysPageTests(KeysHost host)
    {
        this.host = host;
        people = new SignedInMember(host);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(host.Get<ProviderKeyQueries>())
            .AddSingleton(host.Get<ByokQueries>())
            .AddSingleton(host.Get<LiveRefresh>())
            .AddSingleton(host.Get<ProviderKeyCommands>())
            .AddSingleton(new OpenedCustomers(host.Get<OpenCustomersPages>()))
            .AddSingleton(new CurrentActor(people, host.Get<IDbContextFactory<OpsCenterDbContext>>(), TimeProvider.System))
            .AddScoped<ProviderKeyActs>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    // The figures of the page end asynchronously.
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task A_customer_without_keys_reads_what_they_are_good_for_and_finds_one_button()
    {
        var page = await OpenAsync(await host.OwnerAsync());

        page.WaitForAssertion(() => TextOf(page).Should().ContainAll("No provider keys", "no model fee is charged here"), Patience);
        ButtonsOf(page).Should().Equal("Add key");
    }

    [Fact]
    public async Task A_plan_without_own_keys_says_so_and_leads_to_plans_that_have_them()
    {
        var page = await OpenAsync(await host.OwnerAsync("starter"));

        page.WaitForElement("a[href='/plan']", Patience).TextContent.Should().Be("Compare plans");
        TextOf(page).Should().Contain("Your plan does not include own keys.");
        ButtonsOf(page).Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_is_shown_by_name_and_end_with_its_acts()
    {
        var owner = await host.OwnerAsync();
        await host.AddAsync(owner, Secret);

        var page = await OpenAsync(owner);

        page.WaitForAssertion(() => TextOf(page).Should().ContainAll("Production", "openai", "ends in abcd", "Not tested", "No job ran on an own key in this period"), Patience);
        ButtonsOf(page).Should().Equal("Add key", "Test Production", "Rotate Production", "Rename Production", "Remove Production");
        page.Markup.Should().NotContain(Secret);
    }

    [Fact]
    public async Task A_member_sees_the_key_and_changes_nothing()
    {
        var owner = await host.OwnerAsync();
        await host.AddAsync(owner, Secret);

        var page = await OpenAsync(owner with { UserId = KeysHost.NewId(), OrganizationRole = OrganizationRole.Member });

        page.WaitForAssertion(() => TextOf(page).Should().Contain("ends in abcd"), Patience);
        ButtonsOf(page).Should().BeEmpty();
    }

    [Fact]
    public async Task An_operator_sees_that_there_is_a_key_and_nothing_of_it()
    {
        var owner = await host.OwnerAsync();
        await host.AddAsync(owner, Secret);

        var page = await OpenAsync(new Actor.User(KeysHost.NewId(), PlatformRole.Support, null, null), owner.OrganizationId);

        page.WaitForAssertion(() => TextOf(page).Should().ContainAll("read-only", "Production", "openai"), Patience);
        page.Markup.Should().NotContain("abcd").And.NotContain("ends in");
        ButtonsOf(page).Should().BeEmpty();
    }

    [Fact]
    public async Task Keys_that_outlived_their_plan_say_that_no_job_runs_on_them()
    {
        var owner = await host.OwnerAsync();
        await host.AddAsync(owner, Secret);
        await host.ExecuteAsync(
            "update subscriptions set plan_version_id = (select id from plan_versions where plan_code = 'starter' order by version desc limit 1) where organization_id = $1",
            owner.OrganizationId!.Value);

        var page = await OpenAsync(owner);

        page.WaitForAssertion(() => TextOf(page).Should().ContainAll("They are kept, but no job runs on them.", "ends in abcd"), Patience);
        ButtonsOf(page).Should().NotContain("Add key").And.Contain("Remove Production");
    }

    [Fact]
    public async Task A_key_that_is_added_is_tried_and_nowhere_to_be_read_again()
    {
        Render<MudPopoverProvider>();
        var dialogs = Render<MudDialogProvider>();
        var page = await OpenAsync(await host.OwnerAsync());
        page.WaitForElement("button.oc-button-primary", Patience).Click();

        dialogs.WaitForElement("#key-provider", Patience).Change("openai");
        dialogs.Find("#key-name").Input("Production");
        dialogs.Find("#key-secret").Input($" {Secret} ");
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => TextOf(page).Should().ContainAll("Production", "ends in abcd", "Accepted"), Patience);
        dialogs.WaitForAssertion(() => dialogs.FindAll("#key-secret").Should().BeEmpty(), Patience);
        $"{page.Markup}{dialogs.Markup}{Services.GetRequiredService<NavigationManager>().Uri}".Should().NotContain(Secret);
        Toasts().Should().Equal("Key Production added", "Key Production tested. The provider takes this key.");
    }

    [Fact]
    public async Task What_cannot_be_a_key_is_said_beside_the_field_and_the_dialog_stays()
    {
        Render<MudPopoverProvider>();
        var dialogs = Render<MudDialogProvider>();
        var page = await OpenAsync(await host.OwnerAsync());
        page.WaitForElement("button.oc-button-primary", Patience).Click();

        dialogs.WaitForElement("#key-secret", Patience).Input("short");
        dialogs.Find("form").Submit();

        dialogs.WaitForElement("#key-secret-problem", Patience).TextContent.Should().Contain("8 to 512");
        dialogs.Find("#key-name-problem").TextContent.Should().Contain("Give the key a name");
        dialogs.Find("#key-secret").GetAttribute("aria-invalid").Should().Be("true");
        Toasts().Should().BeEmpty();
    }

    private async Task<IRenderedComponent<ProviderKeysPage>> OpenAsync(Actor.User reader, Guid? customer = null)
    {
        await people.SignInAsync(reader);

        return Render<ProviderKeysPage>(parameters => parameters.Add(p => p.CustomerId, customer));
    }

    private IEnumerable<string?> Toasts() => Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(toast => toast.Message);

    private static IEnumerable<string> ButtonsOf(IRenderedComponent<IComponent> page) => page.FindAll("button").Select(button => Plain(button.TextContent));

    private static string TextOf(IRenderedComponent<IComponent> page) => Plain(string.Join(' ', page.Nodes.Select(node => node.TextContent)));

    private static string Plain(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
