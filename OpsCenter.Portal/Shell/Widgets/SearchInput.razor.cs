using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Searches while typing: tells its text once the reader pauses, and never takes back what they are typing.</summary>
public sealed partial class SearchInput : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly LatestOnly latest = new();
    private readonly TypedText typed = new();

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

    protected override void OnParametersSet() => typed.Take(Value);

    private Task TypeAsync(string? text)
    {
        typed.Text = text ?? "";

        return latest.RunAsync(async cancellationToken =>
        {
            await Task.Delay(Pause, Clock, cancellationToken);

            if (typed.Tell() is { } told)
                await ValueChanged.InvokeAsync(told);
        });
    }
}
