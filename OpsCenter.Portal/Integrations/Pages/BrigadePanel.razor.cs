using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Integrations.Pages;

/// <summary>Brigade beside us: whether it has the rate card in force, and whether its reports arrive.</summary>
public sealed partial class BrigadePanel
{
    private Act? busyWith;

    private enum Act
    {
        Test,
        Refresh,
    }

    [Inject]
    public required RefreshBrigade Refresh { get; init; }

    [Inject]
    public required TestBrigade Test { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter, EditorRequired]
    public required BrigadeView View { get; set; }

    [Parameter, EditorRequired]
    public bool MayManage { get; set; }

    /// <summary>Raised after Brigade was asked.</summary>
    [Parameter]
    public EventCallback OnAsked { get; set; }

    [CascadingParameter]
    public TimeZoneInfo? Zone { get; set; }

    private BrigadeStatus? Status => View.Seen?.Status;

    private (string Text, StatusMeaning Meaning) State => View switch
    {
        { Address: null } => ("Not connected", StatusMeaning.Neutral),
        { Seen: null or { Error: null, Status: null } } => ("Not asked yet", StatusMeaning.Neutral),
        { Seen.Error: not null } => ("No answer", StatusMeaning.Negative),
        { Seen.Status.CardVersion: null } => ("No rate card", StatusMeaning.Negative),
        { BehindSince: { } since } => ($"Behind since {TimeFormat.In(Zone ?? TimeZoneInfo.Utc, since, TimePrecision.Minute)}", StatusMeaning.Warning),
        { Seen.Status.CardVersion: var had } when had > View.InForce => ("Has a version unknown here", StatusMeaning.Negative),
        _ => ("Up to date", StatusMeaning.Positive),
    };

    private string StaleWords => Status?.CardSource is BrigadeCardSource.Disk
        ? "Brigade cannot reach Ops-Center and works with the rate card on its disk, which may be out of date."
        : "Brigade cannot reach Ops-Center, so its rate card may be out of date.";

    private Task TestAsync() => AskAsync(Act.Test, actor => Test.HandleAsync(actor, CancellationToken.None));

    private Task RefreshAsync() => AskAsync(Act.Refresh, actor => Refresh.HandleAsync(actor, CancellationToken.None));

    private async Task AskAsync(Act act, Func<Actor, Task<BrigadeOutcome>> ask)
    {
        if (busyWith is not null)
            return;

        busyWith = act;
        BrigadeOutcome? outcome = null;
        var away = await DatabaseFailure.AnswerAsync(async () =>
        {
            outcome = await ask(await Current.GetAsync(CancellationToken.None));

            return null;
        });
        busyWith = null;
        Snackbar.Add(away ?? outcome?.Sentence ?? "", outcome is { IsDone: true } ? Severity.Success : Severity.Warning);
        await OnAsked.InvokeAsync();
    }

    private static string VersionOf(int? version) => version is { } number ? $"Version {number}" : "None";

    private static string RefusedWords(long count) =>
        $"Ops-Center refused {(count == 1 ? "1 report for good. Its job is" : $"{count} reports for good. Their jobs are")} in no invoice until somebody corrects what lies in Brigade's folder dead-letters.";

    private static string Reports(long count) => count switch { 0 => "None", 1 => "1 report", _ => $"{count} reports" };
}
