using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>One open dialog about holds: what the act would do, and why it was not done, if so.</summary>
public sealed class HoldSession : IDisposable
{
    private readonly LatestOnly latest = new();

    /// <summary>What the act would do; null while it is worked out and when it is refused.</summary>
    public HoldPreview? Preview { get; private set; }

    /// <summary>Why there is no preview.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Why the last attempt did not succeed.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether something runs.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether the button works.</summary>
    public bool CanAct => Preview is not null && !IsBusy;

    public void Dispose() => latest.Dispose();

    /// <summary>Works out what the act would do.</summary>
    public Task PreviewAsync(Func<CancellationToken, Task<HoldOutcome>> preview) => latest.RunAsync(async cancellationToken =>
    {
        Refusal = await DatabaseFailure.AnswerAsync(async () =>
        {
            var outcome = await preview(cancellationToken);
            Preview = (outcome as HoldOutcome.Ready)?.Preview;

            return (outcome as HoldOutcome.Refused)?.Explanation;
        });
    });

    /// <summary>Forgets the preview: what it was about has changed.</summary>
    public void Forget() => (Preview, Refusal) = (null, null);

    /// <summary>Does it.</summary>
    /// <returns>What was done; null when nothing was, and then <see cref="Problem"/> says why.</returns>
    public async Task<HoldEffect?> ActAsync(Func<IReadOnlyList<SeenHold>, CancellationToken, Task<HoldOutcome>> act)
    {
        if (!CanAct || Preview is not { } preview)
            return null;

        HoldEffect? effect = null;
        (IsBusy, Problem) = (true, null);

        try
        {
            await latest.RunAsync(async cancellationToken => Problem = await DatabaseFailure.AnswerAsync(async () =>
            {
                var outcome = await act(preview.Seen, cancellationToken);
                effect = (outcome as HoldOutcome.Done)?.Effect;

                return (outcome as HoldOutcome.Refused)?.Explanation;
            }));
        }
        finally
        {
            IsBusy = false;
        }

        return effect;
    }
}
