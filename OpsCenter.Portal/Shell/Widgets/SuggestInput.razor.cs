using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>
/// A text field that suggests. A chosen suggestion counts at once, typed text with Enter or on leaving the field. Suggestions are the
/// browser's own, so keyboard, screen reader and phone know them.
/// </summary>
public sealed partial class SuggestInput : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private static int Count;
    private readonly string listId = $"suggestions-{Interlocked.Increment(ref Count)}";
    private readonly LatestOnly latest = new();
    private readonly TypedText typed = new();
    private IReadOnlyList<string> choices = [];

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>Placeholder, and name for screen readers.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>Suggestions for what has been typed so far.</summary>
    [Parameter, EditorRequired]
    public required Func<string, CancellationToken, Task<IReadOnlyList<string>>> Suggest { get; set; }

    public void Dispose() => latest.Dispose();

    protected override void OnParametersSet() => typed.Take(Value);

    private async Task TypeAsync(string? text)
    {
        typed.Text = text ?? "";

        if (typed.Text.Length == 0 || choices.Contains(typed.Text, StringComparer.Ordinal))
        {
            await TellAsync();
        }
        else
        {
            await SuggestAsync(typed.Text);
        }
    }

    private async Task CommitAsync(ChangeEventArgs change)
    {
        typed.Text = change.Value as string ?? "";
        await TellAsync();
    }

    private async Task TellAsync()
    {
        if (typed.Tell() is { } told)
            await ValueChanged.InvokeAsync(told);
    }

    private Task SuggestAsync(string text) => latest.RunAsync(async cancellationToken =>
    {
        if (text.Length > 0)
            await Task.Delay(Pause, Clock, cancellationToken);

        choices = await Suggest(text, cancellationToken);

        if (typed.Text.Length > 0 && choices.Contains(typed.Text, StringComparer.Ordinal))
            await TellAsync();
    });
}
