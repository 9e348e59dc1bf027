using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>One entry with what it changed, field by field.</summary>
public sealed partial class AuditEntryDialog
{
    private const int MaxFields = 500;
    private IReadOnlyList<StateDifference> fields = [];

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

    protected override void OnInitialized() => fields = StateDifference.Of(Entry.States);

    private static string Text(string? value) => value switch
    {
        null => "—",
        "" => "empty",
        _ => value,
    };
}
