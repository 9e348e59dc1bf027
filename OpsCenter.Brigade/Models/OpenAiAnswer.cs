using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace OpsCenter.Brigade.Models;

/// <summary>Reads an answer to a chat completion, streamed or whole. Fields nobody needs are ignored.</summary>
internal static class OpenAiAnswer
{
    private const string EndOfStream = "[DONE]";

    /// <param name="response">The answer, its body unread.</param>
    /// <param name="input">Input tokens by our own count, until the provider says its own.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">It is no chat completion, or ended before its end.</exception>
    public static async IAsyncEnumerable<ModelStep> ReadAsync(
        HttpResponseMessage response, long input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType is not "text/event-stream")
        {
            using var whole = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            yield return Whole(whole.RootElement, input);
            yield break;
        }

        var bytes = 0L;
        var isComplete = false;
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellationToken))
        {
            if (item.Data is EndOfStream)
            {
                isComplete = true;
                break;
            }

            using var chunk = JsonDocument.Parse(item.Data);
            var text = Text(chunk.RootElement, "delta");
            bytes += Encoding.UTF8.GetByteCount(text);
            if (text.Length > 0)
                yield return new ModelStep(text, new ModelTokens(input, 0, TokenCounter.OfBytes(bytes)));
            if (Tokens(chunk.RootElement) is { } counted)
                yield return new ModelStep("", counted, IsFinal: true);
        }

        if (!isComplete)
            throw new FormatException("The stream ended before its end.");
    }

    private static ModelStep Whole(JsonElement answer, long input)
    {
        var text = Text(answer, "message");

        return new ModelStep(text, Tokens(answer) ?? new ModelTokens(input, 0, TokenCounter.Count(text)), IsFinal: true);
    }

    private static string Text(JsonElement answer, string part)
    {
        if (answer.ValueKind is not JsonValueKind.Object || !answer.TryGetProperty("choices", out var choices) || choices.ValueKind is not JsonValueKind.Array)
            throw new FormatException("No chat completion.");

        var first = choices.EnumerateArray().FirstOrDefault();
        return first.ValueKind is JsonValueKind.Object
            && first.TryGetProperty(part, out var message)
            && message.ValueKind is JsonValueKind.Object
            && message.TryGetProperty("content", out var content)
            && content.ValueKind is JsonValueKind.String
                ? content.GetString() ?? ""
                : "";
    }

    private static ModelTokens? Tokens(JsonElement answer)
    {
        if (!answer.TryGetProperty("usage", out var usage) || usage.ValueKind is not JsonValueKind.Object)
            return null;

        var cached = usage.TryGetProperty("prompt_tokens_details", out var details) && details.ValueKind is JsonValueKind.Object
            ? Count(details, "cached_tokens") ?? 0
            : 0;
        return Count(usage, "prompt_tokens") is { } input && Count(usage, "completion_tokens") is { } output && cached <= input
            ? new ModelTokens(input, cached, output)
            : throw new FormatException("The usage of the answer cannot be read.");
    }

    private static long? Count(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var count)
            && count is >= 0 and <= Domain.RateCards.PriceLimits.MaxTokens
                ? count
                : null;
}
