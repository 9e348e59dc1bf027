namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>
/// Jobs that name what <see cref="GoldenCard.WithFreeAgent"/> lacks, all that is missing, and the estimate of their cost: what is
/// unknown counts as the dearest of its kind. Written as <see cref="GoldenJobs"/> is.
/// </summary>
internal static class HeldJobs
{
    public const string Table = """
        case                                 | agent        | route        | status      | in cached write out | tools × units | causes | exposure

        # Route
        gpt-4 is the dearest: 0.375          | research_pro | openai:gpt-9 | ok          | 6000 0 0 2000 | web.search 3 | UnknownRoute openai:gpt-9 | 0.469
        opus is, for output: 0.1875          | research_pro | openai:gpt-9 | ok          | 0 0 0 2000    | -            | UnknownRoute openai:gpt-9 | 0.2035
        failed, and the agent is free        | min_free     | openai:gpt-9 | failed      | 6000 0 0 2000 | web.search 3 | UnknownRoute openai:gpt-9 | 0
        names are exact                      | research_pro | OpenAI:gpt-4 | ok          | 6000 0 0 2000 | -            | UnknownRoute OpenAI:gpt-4 | 0.439

        # Agent
        research_pro is the dearest: 0.064   | nobody       | openai:gpt-4 | ok          | 6000 0 0 2000 | web.search 3 | UnknownAgent nobody | 0.469
        min_free is, for few tokens: 0.05    | nobody       | openai:gpt-4 | ok          | 1000 0 0 0    | -            | UnknownAgent nobody | 0.0875
        failed: billed, without a minimum    | nobody       | openai:gpt-4 | failed      | 1000 0 0 0    | web.search 1 | UnknownAgent nobody | 0.0555
        BYOK: no model fee                   | nobody       | openai:gpt-4 | ok byok     | 6000 0 0 2000 | web.search 3 | UnknownAgent nobody | 0.094
        BYOK: the route is no cause          | nobody       | openai:gpt-9 | aborted byok| 6000 0 0 2000 | -            | UnknownAgent nobody | 0.064

        # Tool
        image.process is the dearest: 0.04   | research_pro | openai:gpt-4 | ok          | 6000 0 0 2000 | web.fax 3 | UnknownTool web.fax | 0.559
        known ones at their price            | research_pro | openai:gpt-4 | ok          | 0 0 0 0 | web.search 3, web.fax 0.5 | UnknownTool web.fax | 0.05
        twice in the job, once in the causes | research_pro | openai:gpt-4 | ok          | 0 0 0 0 | web.fax 1, web.fax 2 | UnknownTool web.fax | 0.12
        causes as reported                   | research_pro | openai:gpt-4 | ok          | 0 0 0 0 | z.z 1, a.a 1, z.z 1 | UnknownTool z.z, UnknownTool a.a | 0.12
        free agent: held all the same        | min_free     | openai:gpt-4 | failed      | 6000 0 0 2000 | web.fax 3 | UnknownTool web.fax | 0
        BYOK does not help a tool            | research_pro | openai:gpt-9 | ok byok     | 6000 0 0 2000 | web.fax 3 | UnknownTool web.fax | 0.184

        # All together
        three causes, in order               | nobody       | openai:gpt-9 | ok          | 6000 0 0 2000 | web.fax 3 | UnknownRoute openai:gpt-9, UnknownAgent nobody, UnknownTool web.fax | 0.559
        without tokens                       | nobody       | openai:gpt-9 | failed      | 0 0 0 0       | web.fax 1 | UnknownRoute openai:gpt-9, UnknownAgent nobody, UnknownTool web.fax | 0.04
        """;
}
