using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>One entry with what it changed, field by field.</summary>
public sealed partial class AuditEntryDialog : IDisposable
{
    private const int MaxFields = 500;
    private readonly CancellationTokenSource closing = new();
    private IReadOnlyList<StateDifference>? fields;
    private string? problem;

    [Inject]
    public required AuditQueries Audit { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required AuditRow Entry { get; set; }

    /// <summary>Opens the dialog; returns when it is closed.</summary>
    public static async Task ShowAsync(IDialogService dialogs, AuditRow entry)
    {
        var options = new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true };
        var shown = await dialogs.ShowAsync<AuditEntryDialog>("Audit entry", new DialogParameters<AuditEntryDialog> { { d => d.Entry, entry } }, options);
        await shown.Result;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override async Task OnInitializedAsync() => problem = await DatabaseFailure.AnswerAsync(async () =>
    {
        var states = await Audit.StatesAsync(await Current.GetAsync(closing.Token), Entry.Id, closing.Token);
        fields = states is null ? null : StateDifference.Of(states);

        return states is null ? "This entry is not there any more. Verify the trail." : null;
    });

    private static string Text(string? value) => value switch
    {
        null => "—",
        "" => "empty",
        _ => value,
    };
}
