namespace OpsCenter.Brigade.Models;

/// <summary>What executes jobs.</summary>
public interface IJobModel
{
    /// <summary>Executes a job piece by piece. The first piece has no text and says what the input takes.</summary>
    /// <exception cref="KeyRefusedException">The provider refused the customer's own key; nothing was used.</exception>
    /// <exception cref="ModelStoppedException">The model ended the job.</exception>
    IAsyncEnumerable<ModelStep> RunAsync(ModelCall job, CancellationToken cancellationToken);
}
