using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Rollups.Pages;

/// <summary>Compares the roll-ups with what they are made from, with progress and a way to stop, and repairs them after a question.</summary>
public sealed partial class VerifyRollupsDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private CancellationTokenSource? running;
    private MudButton? leave;
    private RollupProgress? progress;
    private RollupVerification? result;
    private string? problem;
    private bool canRepair;
    private bool isAsking;

    [Inject]
    public required VerifyRollups Verify { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    private bool IsRunning => running is not null;

    private string ProgressText => progress is null
        ? "Starting…"
        : $"{Count(progress.Days, "day")} of {progress.AllDays:N0}, {Count(progress.Differences, "difference")}";

    private string ResultText => result switch
    {
        { DifferenceCount: 0 } => $"All roll-ups of {Count(result.Days, "day")} agree.",
        { RepairedDays: > 0 } => $"{Count(result.DifferenceCount, "difference")} found, {Count(result.RepairedDays, "day")} repaired.",
        { DifferenceCount: > VerifyRollups.MaxListed } => $"{Count(result.DifferenceCount, "difference")} found; the first {VerifyRollups.MaxListed} are listed.",
        { } found => $"{Count(found.DifferenceCount, "difference")} found.",
        null => "",
    };

    /// <summary>Opens the dialog from any page; returns when it is closed.</summary>
    public static async Task ShowAsync(IDialogService dialogs)
    {
        var options = new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<VerifyRollupsDialog>("Verify roll-ups", options);
        await shown.Result;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override async Task OnInitializedAsync() =>
        canRepair = AccessPolicy.Allows(await Current.GetAsync(closing.Token), Permission.RepairRollups);

    private static string Count(long number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {thing}{(number == 1 ? "" : "s")}");

    private static string Number(decimal? sum) => sum is { } number ? DecimalText.Format(number) : "no row";

    private async Task RunAsync(bool repair)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        var input = repair ? new VerifyRollupsInput(result?.FirstDay, result?.LastDay, Repair: true) : new VerifyRollupsInput();
        (running, progress, result, problem, isAsking) = (own, null, null, null, false);
        // The pressed button goes; without a focus inside, Escape would not close the dialog.
        await (leave?.FocusAsync() ?? ValueTask.CompletedTask);

        try
        {
            problem = await DatabaseFailure.AnswerAsync(async () =>
            {
                var actor = await Current.GetAsync(own.Token);
                result = await Verify.HandleAsync(actor, input, new Progress<RollupProgress>(Show), own.Token);

                return null;
            });
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested)
        {
            // The reader stopped it, or left.
        }
        finally
        {
            running = null;
        }

        if (result is { RepairedDays: > 0 })
            Snackbar.Add("Roll-ups repaired", Severity.Success);
    }

    private void Show(RollupProgress made)
    {
        progress = made;
        StateHasChanged();
    }

    private void Leave()
    {
        if (running is not null)
            running.Cancel();
        else if (isAsking)
            isAsking = false;
        else
            Dialog.Close();
    }
}
