using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Models;

/// <summary>
/// A model that needs no network: the same agent and input always give the same answer and the same tokens. It answers in pieces, so that a
/// ceiling can stop it, does what <see cref="BuiltInScript"/> says, and refuses a customer's key that ends with <c>-refused</c>.
/// </summary>
public sealed class BuiltInModel : IJobModel
{
    private const int TokensPerStep = 16;
    private const int InputPerOutput = 3;
    private const string RefusedKeyEnding = "-refused";

    private static readonly string[] Words =
    [
        "the", "answer", "follows", "from", "what", "was", "asked", "and", "each", "part", "of", "it", "stands", "on", "its", "own",
        "first", "facts", "then", "figures", "checked", "twice", "with", "sources", "noted", "in", "order", "so", "anyone", "may", "retrace", "them",
    ];

    /// <summary>How many output tokens an answer has unless the input says otherwise: a third of the input, at least one.</summary>
    public static long UsualOutput(long inputTokens) => Math.Max(1, inputTokens / InputPerOutput);

    /// <inheritdoc />
    public async IAsyncEnumerable<ModelStep> RunAsync(ModelCall job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask; // nothing to wait for: no network
        if (job.Key is { } key && key.Key.EndsWith(RefusedKeyEnding, StringComparison.Ordinal))
            throw new KeyRefusedException(key.Provider);

        var script = BuiltInScript.Read(job.Input);
        var input = TokenCounter.Count(job.Input);
        var length = Math.Min(script.OutputTokens ?? UsualOutput(input), job.MaxOutputTokens);
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes($"{job.Agent.Name}\n{job.Input}"));

        yield return new ModelStep("", new ModelTokens(input, 0, 0));
        var written = 0L;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (script.FailAfter <= written)
                throw new ModelStoppedException(JobStatus.Failed, "The input asked the built-in model to fail.");
            if (script.AbortAfter <= written)
                throw new ModelStoppedException(JobStatus.Aborted, "The input asked the built-in model to stop.");
            if (written >= length)
                yield break;

            var next = Math.Min(Math.Min(written + TokensPerStep, length), Math.Min(script.FailAfter ?? length, script.AbortAfter ?? length));
            yield return new ModelStep(Text(seed, written, next), new ModelTokens(input, 0, next));
            written = next;
        }
    }

    // Each word is one token of the answer.
    private static string Text(byte[] seed, long from, long to)
    {
        var text = new StringBuilder();
        for (var at = from; at < to; at++)
            text.Append(at == 0 ? "" : " ").Append(Words[(seed[at % seed.Length] + (at / seed.Length)) % Words.Length]);

        return text.ToString();
    }
}
