using Microsoft.Extensions.Options;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Limits of jobs.</summary>
/// <param name="MaxOutputTokens">Output tokens after which a model ends its answer: <c>Jobs:MaxOutputTokens</c>, 1 to 1,000,000.</param>
/// <param name="MaxRunning">Jobs that run at a time; more are refused for now: <c>Jobs:MaxRunning</c>, 1 to 100,000.</param>
/// <param name="MaxDuration">Time after which a job fails: <c>Jobs:MaxSeconds</c>, 1 to 86,400.</param>
public sealed record JobOptions(int MaxOutputTokens, int MaxRunning, TimeSpan MaxDuration)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="OptionsValidationException">Some cannot be used; each failure names its key.</exception>
    public static JobOptions From(IConfiguration configuration)
    {
        var failures = new List<string>();
        var options = new JobOptions(
            Count(configuration, "Jobs:MaxOutputTokens", 1_000_000, failures),
            Count(configuration, "Jobs:MaxRunning", 100_000, failures),
            TimeSpan.FromSeconds(Count(configuration, "Jobs:MaxSeconds", 86_400, failures)));

        return failures.Count == 0 ? options : throw new OptionsValidationException("Jobs", typeof(JobOptions), failures);
    }

    private static int Count(IConfiguration configuration, string key, int most, List<string> failures)
    {
        if (int.TryParse(configuration[key], out var count) && count >= 1 && count <= most)
            return count;
        failures.Add($"{key} must be a whole number from 1 to {most}.");
        return 0;
    }
}
