using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Integrations.Pages;

/// <summary>Brigade, outbox, inbox and mails, for operators.</summary>
public sealed partial class IntegrationsPage : IDisposable
{
    private readonly LatestOnly latest = new();
    private IntegrationView? view;
    private BrigadeView? brigade;
    private Actor? reader;
    private bool isForbidden;
    private bool hasFailed;
    private bool mayRetry;
    private bool mayManage;

    [Inject]
    public required IntegrationQueries Queries { get; init; }

    [Inject]
    public required BrigadeQueries Brigade { get; init; }

    [Inject]
    public required RetryMessage Retry { get; init; }

    [Inject]
    public required IPaymentGateway Gateway { get; init; }

    [Inject]
    public required IMailer Mailer { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    public void Dispose() => latest.Dispose();

    protected override Task OnInitializedAsync() => ReloadAsync();

    private Task ReloadAsync() => latest.RunAsync(LoadAsync);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewBilling);
        mayRetry = AccessPolicy.Allows(actor, Permission.ManageBilling);
        mayManage = AccessPolicy.Allows(actor, Permission.ManageIntegrations);

        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        reader = actor;
        await ReadAsync(actor, cancellationToken);
    }

    private async Task ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            view = await Queries.GetAsync(actor, cancellationToken);
            brigade = await Brigade.GetAsync(actor, cancellationToken);
            hasFailed = false;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            hasFailed = true;
        }
    }

    // What changes by itself does not keep a session alive, so nobody is asked who they are.
    private Task ReadAgainAsync() => reader is { } actor ? latest.RunAsync(token => ReadAsync(actor, token)) : Task.CompletedTask;

    private async Task RetryAsync(MessageRow message)
    {
        var refusal = await DatabaseFailure.AnswerAsync(async () =>
            await Retry.HandleAsync(await Current.GetAsync(CancellationToken.None), message.Box, message.Id, CancellationToken.None));
        Snackbar.Add(refusal ?? $"Message {message.Kind} retried", refusal is null ? Severity.Success : Severity.Warning);
        await ReloadAsync();
    }

    private static string Waiting(long count) => count switch { 0 => "Nothing waits", 1 => "1 message waits", _ => $"{count} messages wait" };
}
