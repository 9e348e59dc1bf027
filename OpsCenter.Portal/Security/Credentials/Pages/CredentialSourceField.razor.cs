using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>The source of a credential; while a new one is typed it says who has it already.</summary>
public sealed partial class CredentialSourceField : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly LatestOnly latest = new();
    private IReadOnlyList<string> names = [];

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required CredentialForm Form { get; set; }

    [Parameter, EditorRequired]
    public bool IsNew { get; set; }

    [Parameter]
    public string? Problem { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, CancellationToken, Task<IReadOnlyList<string>>> NamesOnSource { get; set; }

    private string Sharing =>
        $"{string.Join(", ", names.Select(name => $"“{name}”"))} {(names.Count == 1 ? "has" : "have")} this source, too. "
        + "They share job keys: a job reported under the same key by both counts once.";

    public void Dispose() => latest.Dispose();

    private Task LookAsync() => latest.RunAsync(async cancellationToken =>
    {
        await Task.Delay(Pause, Clock, cancellationToken);

        try
        {
            names = await NamesOnSource(Form.Source, cancellationToken);
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            // It is only a hint; whoever submits is told that the database is away.
            names = [];
        }
    });
}
