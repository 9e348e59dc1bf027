using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using MudBlazor;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>Takes a file, shows what it would change, and puts the rows the operator takes into the draft. Closes with these rows.</summary>
public sealed partial class ImportDialog : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly HashSet<RateCardRowKey> taken = [];
    private IJSObjectReference? module;
    private ElementReference field;
    private ElementReference result;
    private ImportPreview? preview;
    private string? problem;
    private bool isBusy;

    [Inject]
    public required PreviewImport Preview { get; init; }

    [Inject]
    public required ImportRateCard Import { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>Opens the dialog.</summary>
    /// <returns>The rows that are in the draft now, as the file has them; null when the reader cancelled.</returns>
    public static async Task<IReadOnlyDictionary<RateCardRowKey, RateCardRow?>?> ShowAsync(IDialogService dialogs)
    {
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<ImportDialog>("Import a rate card", options);

        return await shown.Result is { Canceled: false, Data: IReadOnlyDictionary<RateCardRowKey, RateCardRow?> rows } ? rows : null;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        closing.Dispose();

        try
        {
            await (module?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and with it the module.
        }
    }

    private Task ReadFileAsync(InputFileChangeEventArgs change) => CompareAsync(async () =>
        change.File.Size > ImportLimits.MaxBytes ? null : change.File.OpenReadStream(ImportLimits.MaxBytes, closing.Token));

    // What was pasted comes as a stream: as the value of a bound field, a large text would end the circuit.
    private Task ReadTextAsync() => CompareAsync(async () =>
    {
        module ??= await Script.InvokeAsync<IJSObjectReference>("import", closing.Token, "./RateCards/Yaml/ImportDialog.razor.js");
        var text = await module.InvokeAsync<IJSStreamReference>("textOf", closing.Token, field);

        return text.Length > ImportLimits.MaxBytes ? null : await text.OpenReadStreamAsync(ImportLimits.MaxBytes, closing.Token);
    });

    private Task CompareAsync(Func<Task<Stream?>> open) => WhileBusyAsync(async () =>
    {
        preview = null;
        await using var stream = await open();
        var (text, refusal) = stream is null ? (null, ImportLimits.TooLarge) : await ImportLimits.ReadAsync(stream, closing.Token);

        if (text is null)
        {
            problem = refusal;
            return;
        }

        preview = await Preview.HandleAsync((await Current.GetPersonAsync(closing.Token)).Actor, text, closing.Token);
        taken.Clear();

        if (preview is ImportPreview.Readable readable)
        {
            taken.UnionWith(readable.Rows.Where(row => row.IsTakenAtFirst).Select(row => row.Difference.Key));
        }
    });

    private Task ImportAsync(ImportPreview.Readable readable) => WhileBusyAsync(async () =>
    {
        var input = ImportRateCardInput.Of(readable, readable.Rows.Select(row => row.Difference).Where(d => taken.Contains(d.Key)));
        var outcome = await Import.HandleAsync((await Current.GetPersonAsync(closing.Token)).Actor, input, closing.Token);

        if (outcome is DraftOutcome.Saved)
        {
            Dialog.Close(input.Rows);
        }
        else
        {
            (preview, problem) = (null, "Your draft changed in another tab meanwhile. Nothing was imported; compare again.");
        }
    });

    private async Task WhileBusyAsync(Func<Task> act)
    {
        (isBusy, problem) = (true, null);
        try
        {
            await act();
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            problem = DatabaseFailure.Sentence;
        }
        finally
        {
            isBusy = false;
        }

        // What is wrong stands below the fields, where somebody who does not see it would not look.
        if (preview is ImportPreview.Refused)
        {
            await InvokeAsync(StateHasChanged);
            await result.FocusAsync();
        }
    }
}
