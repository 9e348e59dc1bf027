using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Searches while typing: tells its text once the reader pauses, and never takes back what they are typing.</summary>
public sealed partial class SearchInput : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly LatestOnly latest = new();
    private string text = "";
    private string? told;

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>For screen readers; also the placeholder unless there is one.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public int MaxLength { get; set; } = 128;

    [Parameter, EditorRequired]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    public void Dispose() => latest.Dispose();

    protected override void OnParametersSet()
    {
        // What comes back from the address is what was typed a moment ago; only another value is news.
        if ((Value ?? "") != (told ?? ""))
            text = Value ?? "";

        told = Value;
    }

    private Task TypeAsync(ChangeEventArgs change)
    {
        text = change.Value as string ?? "";

        return latest.RunAsync(async cancellationToken =>
        {
            await Task.Delay(Pause, Clock, cancellationToken);
            told = text.Trim();
            await ValueChanged.InvokeAsync(told);
        });
    }
}
