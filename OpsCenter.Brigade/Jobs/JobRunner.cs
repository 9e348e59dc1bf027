using System.Text;
using OpsCenter.Brigade.Models;
using OpsCenter.Domain.Routing;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Jobs;

/// <summary>
/// Executes a planned job. Before each piece of the answer it asks what the job would cost with it; a piece that would bring the cost above the
/// ceiling is not taken, and the job ends there. When a provider's own count at the end is above what we counted, it stands: it was used.
/// </summary>
public sealed class JobRunner(ModelRegistry models, JobOptions options, TimeProvider clock)
{
    /// <summary>Executes a job.</summary>
    /// <exception cref="KeyRefusedException">The provider refused the customer's own key; nothing was used.</exception>
    public async Task<JobOutcome> RunAsync(JobPlan plan, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(options.MaxDuration, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
        var output = new StringBuilder();
        var tokens = default(ModelTokens);

        JobOutcome End(JobStatus status, string code, string message) => new(status, output.ToString(), tokens, new JobEnding(code, message));

        try
        {
            var call = new ModelCall(plan.Route, plan.Agent, plan.Request.Input, options.MaxOutputTokens, plan.Key);
            await foreach (var step in models.For(plan.Route).RunAsync(call, either.Token))
            {
                if (!step.IsFinal && CeilingRule.Stops(plan.Ceiling, plan.CostOf(step.Tokens)))
                    return End(JobStatus.Aborted, "ceiling", $"Going on would have cost more than {plan.Ceiling?.Amount}.");

                output.Append(step.Text);
                tokens = step.Tokens;
            }

            return new JobOutcome(JobStatus.Succeeded, output.ToString(), tokens, null);
        }
        catch (ModelStoppedException stopped)
        {
            return End(stopped.Status, "model", stopped.Message);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return End(JobStatus.Aborted, "stopping", "Brigade was shut down.");
        }
        catch (OperationCanceledException)
        {
            return End(JobStatus.Failed, "timeout", $"The job took longer than {options.MaxDuration.TotalSeconds:0} seconds.");
        }
    }
}
