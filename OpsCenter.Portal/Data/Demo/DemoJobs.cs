using System.Text.Json.Nodes;

namespace OpsCenter.Portal.Data.Demo;

/// <summary>
/// Sample reports over the last 90 days: the same sequence on every machine, only the days move along. Most jobs are ordinary, some
/// failed, a few name things the rate card does not know, so that they are held.
/// </summary>
internal sealed class DemoJobs(IReadOnlyList<Guid> customerIds, DateTimeOffset now)
{
    /// <summary>How many reports there are.</summary>
    public const int Count = 50_000;

    /// <summary>How many days they are spread over, today included.</summary>
    public const int Days = 90;

    private const int Seed = 4690;
    private static readonly double[] HourWeights =
        [1, 1, 1, 1, 1, 2, 3, 5, 9, 12, 13, 12, 9, 11, 13, 13, 12, 10, 7, 5, 4, 3, 2, 2];

    private readonly Random random = new(Seed);

    /// <summary>All reports, oldest first, each with a key of its own.</summary>
    public IEnumerable<(DateTimeOffset At, JsonObject Report)> All()
    {
        var jobs = Enumerable.Range(0, Count).Select(_ => Next()).OrderBy(job => job.At);

        return jobs.Select((job, index) =>
        {
            job.Report["job_id"] = $"demo-{index + 1:00000}";
            job.Report["occurred_at"] = job.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

            return job;
        });
    }

    private (DateTimeOffset At, JsonObject Report) Next()
    {
        var customer = Pick(DemoCustomer.All.Select(c => (double)c.Share));
        var profile = DemoCustomer.All[customer];
        var (input, output) = (Tokens(median: 260), Tokens(median: 70));
        var report = new JsonObject
        {
            ["customer_id"] = random.Next(4_000) == 0 ? $"crm-{random.Next(10_000, 99_999)}" : customerIds[customer].ToString(),
            ["agent_name"] = random.Next(2_500) == 0 ? "translator_beta" : Choose(("research_pro", 55), ("code_generator", 45)),
            ["input_tokens"] = input,
            ["output_tokens"] = output,
            ["route_used"] = random.Next(1_500) == 0
                ? "openai:gpt-5-preview"
                : Choose(("openai:gpt-4", 38), ("anthropic:claude-3-opus", 27), ("house_vllm:default", 35)),
            ["byok_used"] = random.Next(100) < profile.ByokShare,
            ["member_id"] = $"member-{random.Next(1, 9)}",
        };
        AddExtras(report, input, output);

        return (MomentOf(profile), report);
    }

    private void AddExtras(JsonObject report, int input, int output)
    {
        if (random.Next(100) < 4)
        {
            report["status"] = random.Next(4) == 0 ? "aborted" : "failed";
        }

        if (random.Next(100) < 30)
        {
            report["cached_input_tokens"] = input / random.Next(2, 6);
        }

        if (random.Next(100) < 20)
        {
            report["reasoning_tokens"] = output / random.Next(2, 5);
        }

        if (random.Next(100) < 6)
        {
            report["tools_used"] = Tools();
        }
    }

    private JsonArray Tools() => random.Next(3) switch
    {
        0 => [Tool("web.search", random.Next(1, 9))],
        1 => [Tool("web.search", random.Next(1, 5)), Tool("image.process", random.Next(1, 4))],
        _ => [Tool("compute.sandbox", random.Next(20, 2_400) / 10m)],
    };

    private static JsonObject Tool(string name, decimal units) => new() { ["tool"] = name, ["units"] = units };

    // Token counts spread over a factor of about thirty around the median, as real prompts do.
    private int Tokens(int median) => (int)(median * Math.Exp((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2.3));

    private DateTimeOffset MomentOf(DemoCustomer profile)
    {
        DateTimeOffset moment;

        do
        {
            var day = Pick(Enumerable.Range(0, Days).Select(d => WeightOf(d, profile)));
            var hour = Pick(HourWeights);
            moment = now.UtcDateTime.Date.AddDays(day - Days + 1).AddHours(hour).AddSeconds(random.Next(3_600)).AddMilliseconds(random.Next(1_000));
        }
        while (moment >= now);

        return moment;
    }

    private double WeightOf(int day, DemoCustomer profile)
    {
        var date = now.UtcDateTime.Date.AddDays(day - Days + 1);
        var weekday = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.35 : 1.0;

        return weekday * (1 + ((profile.Growth - 1) * day / (Days - 1)));
    }

    private string Choose(params (string Name, int Weight)[] choices) => choices[Pick(choices.Select(c => (double)c.Weight))].Name;

    private int Pick(IEnumerable<double> weights)
    {
        double[] all = [.. weights];
        var rest = random.NextDouble() * all.Sum();
        var index = 0;

        while (index < all.Length - 1 && rest >= all[index])
        {
            rest -= all[index++];
        }

        return index;
    }
}
