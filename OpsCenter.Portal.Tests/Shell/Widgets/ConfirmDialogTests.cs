using Bunit;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using OpsCenter.Portal.Shell.Widgets;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Widgets;

public sealed class ConfirmDialogTests : BunitContext, IAsyncLifetime
{
    private readonly TaskCompletionSource<string?> outcome = new();
    private readonly IRenderedComponent<MudDialogProvider> provider;
    private CancellationToken given;

    public ConfirmDialogTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Render<MudPopoverProvider>();
        provider = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task While_the_act_runs_both_buttons_wait_and_the_verb_says_so()
    {
        await OpenAsync();

        provider.Find("[data-primary]").Click();

        provider.FindAll("button").Should().OnlyContain(button => button.HasAttribute("disabled"));
        provider.Find("[data-primary]").TextContent.Trim().Should().Be("Suspending…");
    }

    [Fact]
    public async Task A_done_act_closes_the_dialog_with_true()
    {
        var confirmed = await OpenAsync();
        provider.Find("[data-primary]").Click();

        outcome.SetResult(null);

        (await confirmed.WaitAsync(TimeSpan.FromSeconds(10))).Should().BeTrue();
    }

    [Fact]
    public async Task A_refused_act_keeps_the_dialog_open_and_says_why()
    {
        var confirmed = await OpenAsync();
        provider.Find("[data-primary]").Click();

        outcome.SetResult("Acme was changed by Ana.");

        provider.WaitForElement("[role=alert]").TextContent.Should().Be("Acme was changed by Ana.");
        provider.Find("[data-primary]").TextContent.Trim().Should().Be("Suspend");
        confirmed.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Cancel_does_nothing_and_returns_false()
    {
        var confirmed = await OpenAsync();

        provider.FindAll("button").First(button => button.TextContent.Trim() == "Cancel").Click();

        (await confirmed.WaitAsync(TimeSpan.FromSeconds(10))).Should().BeFalse();
        given.Should().Be(CancellationToken.None, "the act was never called");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private async Task<Task<bool>> OpenAsync()
    {
        var dialogs = Services.GetRequiredService<IDialogService>();
        Task<bool> confirmed = Task.FromResult(false);
        // A statement, not an expression: the latter would wait here for the answer that the test has yet to give.
        await provider.InvokeAsync(() =>
        {
            confirmed = dialogs.ConfirmAsync(new Confirmation("Suspend Acme?", "3 agents stop.", "Suspend", "Suspending…", ActAsync));
        });
        provider.WaitForElement("[data-primary]");
        return confirmed;
    }

    private Task<string?> ActAsync(CancellationToken cancellationToken)
    {
        given = cancellationToken;
        return outcome.Task;
    }
}
