using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Usage.Corrections;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>One open correction dialog: its preview, the reason being typed, and why it cannot be posted, if so.</summary>
public sealed class CorrectionSession : IDisposable
{
    private readonly LatestOnly latest = new();

    /// <summary>What the correction would do; null while it is worked out and when it is refused.</summary>
    public CorrectionPreview? Preview { get; private set; }

    /// <summary>Why there is no preview.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Why the last attempt to post did not succeed.</summary>
    public string? Problem { get; private set; }

    /// <summary>Why the reason cannot be used.</summary>
    public string? ReasonProblem { get; private set; }

    /// <summary>The reason as typed; kept whatever happens.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Whether something runs.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether the job changed under the preview, which must then be made anew.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Whether the button works.</summary>
    public bool CanPost => Preview is not null && !IsBusy;

    public void Dispose() => latest.Dispose();

    /// <summary>Works out what the correction would do.</summary>
    public Task PreviewAsync(Func<CancellationToken, Task<CorrectionOutcome>> preview) => latest.RunAsync(async cancellationToken =>
    {
        Refusal = await DatabaseFailure.AnswerAsync(async () =>
        {
            var outcome = await preview(cancellationToken);
            Preview = (outcome as CorrectionOutcome.Ready)?.Preview;
            IsOutdated = false;

            return (outcome as CorrectionOutcome.Refused)?.Explanation;
        });
    });

    /// <summary>Posts it. False when it was not posted; then the properties say why.</summary>
    public async Task<bool> PostAsync(Func<CorrectionRequest, CancellationToken, Task<CorrectionOutcome>> post)
    {
        ReasonProblem = CorrectionReason.ProblemWith(Reason);

        if (ReasonProblem is not null || IsBusy || Preview is not { } preview)
            return false;

        var posted = false;
        (IsBusy, Problem) = (true, null);

        try
        {
            await latest.RunAsync(async cancellationToken => Problem = await DatabaseFailure.AnswerAsync(async () =>
            {
                var outcome = await post(new CorrectionRequest(preview.EventId, preview.SeenSeq, Reason), cancellationToken);
                posted = outcome is CorrectionOutcome.Posted;
                IsOutdated = !posted;

                return (outcome as CorrectionOutcome.Refused)?.Explanation;
            }));
        }
        finally
        {
            IsBusy = false;
        }

        return posted;
    }
}
