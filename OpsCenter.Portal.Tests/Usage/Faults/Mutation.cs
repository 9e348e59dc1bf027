using System.Text;
using System.Text.RegularExpressions;

namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>Spoils valid reports in every way a broken sender might, and in some that only an attacker would.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly string[] Values =
    [
        "null", "true", "\"\"", "\"x\"", "[]", "{}", "0", "-1", "-0", "1.5", "1e3", "1E400", "-1e-400", "0.0000001", "99999999999999999999999999999999",
        "9223372036854775807", "9223372036854775808", "1000000001", "\"1\"", "\"0.1\"", "\"1e5\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u202e\\u0301\"",
        "\"\\ud83d\\ude00\"", "\"a:\"", "\":b\"", "\"a:b:c\"", "\"2026-02-30T00:00:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:60Z\"", "\"2026-06-15\"",
        "[{}]", "[null]", "[{\"tool\":\"web.search\"}]", "[{\"tool\":\"web.search\",\"units\":1e6}]", "[{\"tool\":\"web.search\",\"units\":0.0000001}]",
        "[{\"tool\":\"\",\"units\":1}]", "{\"a\":1}", "{\"a\":\"b\",\"a\":\"c\"}", "{\"\":\"\"}", "{\"\\ud800\":\"b\"}",
    ];

    private static readonly string[] Fields =
    [
        "job_id", "customer_id", "agent_name", "route_used", "input_tokens", "output_tokens", "cached_input_tokens", "cache_write_tokens", "reasoning_tokens",
        "tools_used", "byok_used", "status", "provider_cost", "occurred_at", "member_id", "metadata", "unknown", "Job_Id", "", "\\u0000", "\\ud800",
    ];

    /// <summary>A body out of reports: bytes changed anywhere, or single reports spoilt and the others left as they are.</summary>
    public byte[] Spoil(IReadOnlyList<string> reports, bool isBatch)
    {
        var spoilt = reports.ToArray();

        if (random.Next(3) > 0)
        {
            var victim = random.Next(spoilt.Length);

            for (var times = random.Next(1, 4); times > 0; times--)
            {
                spoilt[victim] = SpoilReport(spoilt[victim]);
            }
        }

        var body = Encoding.UTF8.GetBytes(isBatch ? $"[{string.Join(',', spoilt)}]" : spoilt[0]);

        return random.Next(2) == 0 ? body : SpoilBytes(body);
    }

    private string SpoilReport(string report) => random.Next(8) switch
    {
        0 => Without(report, Pick(Fields)),
        1 => With(report, Pick(Values)),
        2 => With(report, Nested(random.Next(1, 200))),
        3 => With(report, $"\"{new string('x', random.Next(20) == 0 ? 70_000 : random.Next(300))}\""),
        4 => Pick(Values),
        5 => Nested(random.Next(1, 70)),
        6 => With(report, $"[{string.Join(',', Enumerable.Repeat("{\"tool\":\"web.search\",\"units\":1}", random.Next(1, 60)))}]"),
        _ => With(report, Digits()),
    };

    // Sometimes beside a field of the same name, sometimes in its place.
    private string With(string report, string value)
    {
        var field = Pick(Fields);
        var rest = random.Next(3) == 0 ? report : Without(report, field);

        return rest.StartsWith('{') && rest.Length > 2 ? $"{{\"{field}\":{value},{rest[1..]}" : $"{{\"{field}\":{value}}}";
    }

    // Drops one field, by the text, for what was spoilt before may be no JSON object any more.
    private static string Without(string report, string field)
    {
        var pattern = $"\"{Regex.Escape(field)}\":(\"[^\"]*\"|[0-9.]+|true|false|\\[[^\\]]*\\]),?";

        return new Regex(pattern).Replace(report, "", 1);
    }

    private byte[] SpoilBytes(byte[] body)
    {
        var (at, length) = (random.Next(body.Length), random.Next(1, 40));
        var until = Math.Min(body.Length, at + length);

        return random.Next(6) switch
        {
            0 => body[..at],
            1 => [.. body[..at], .. body[until..]],
            2 => [.. body[..until], .. body[at..]],
            3 => [.. body[..at], .. RandomBytes(length), .. body[at..]],
            4 => [.. body, .. body[at..until]],
            _ => Flipped(body),
        };
    }

    private byte[] Flipped(byte[] body)
    {
        for (var flips = random.Next(1, 6); flips > 0; flips--)
        {
            body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
        }

        return body;
    }

    private byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);

        return bytes;
    }

    private string Digits() => $"{(random.Next(2) == 0 ? "-" : "")}{string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(1, 10)))}{(random.Next(2) == 0 ? "" : $".{random.Next()}")}";

    private string Nested(int depth) => random.Next(2) == 0
        ? $"{new string('[', depth)}{new string(']', depth)}"
        : $"{string.Concat(Enumerable.Repeat("{\"a\":", depth))}1{new string('}', depth)}";

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
