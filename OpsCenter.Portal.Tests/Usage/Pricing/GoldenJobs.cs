namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>
/// Jobs and what they cost by <see cref="GoldenCard"/>, to be checked with a calculator. Columns are set apart by <c>|</c>, a line with
/// <c>#</c> names the rule that the next ones are about. Amounts are USD, <c>-</c> is none.
/// </summary>
internal static class GoldenJobs
{
    public const string Table = """
        case                                 | agent        | route        | status      | in cached write out | tools × units | reported | llm fee | agent fee | tools fee | total   | llm cost | tools cost

        # The brief
        the brief's example                  | research_pro | openai:gpt-4 | ok          | 6000 0 0 2000     | web.search 3 | -        | 0.375   | 0.064     | 0.03      | 0.469   | 0.3      | 0.015
        a dearer output                      | research_pro | anthropic:claude-3-opus | ok          | 6000 0 0 2000     | web.search 3 | -        | 0.3     | 0.064     | 0.03      | 0.394   | 0.24     | 0.015
        house model, 300 % markup is × 4     | research_pro | house_vllm:default | ok          | 6000 0 0 2000     | web.search 3 | -        | 0.08    | 0.064     | 0.03      | 0.174   | 0.02     | 0.015
        another agent                        | code_generator | openai:gpt-4 | ok          | 6000 0 0 2000     | web.search 3 | -        | 0.375   | 0.048     | 0.03      | 0.453   | 0.3      | 0.015
        markup 0 % charges the cost          | research_pro | x:at-cost    | ok          | 1000 0 0 1000     | -            | -        | 0.03    | 0.016     | 0         | 0.046   | 0.03     | 0

        # Cache
        cached input is cheaper              | research_pro | x:cached     | ok          | 10000 8000 0 1000 | -            | -        | 0.02808 | 0.088     | 0         | 0.11608 | 0.0234   | 0
        cache writes are dearer              | research_pro | x:cached     | ok          | 10000 0 4000 1000 | -            | -        | 0.0576  | 0.088     | 0         | 0.1456  | 0.048    | 0
        both                                 | research_pro | x:cached     | ok          | 10000 5000 2000 1000 | -            | -        | 0.0396  | 0.088     | 0         | 0.1276  | 0.033    | 0
        all input cached                     | research_pro | x:cached     | ok          | 10000 10000 0 0   | -            | -        | 0.0036  | 0.08      | 0         | 0.0836  | 0.003    | 0
        no cache rates: the input rate       | research_pro | openai:gpt-4 | ok          | 6000 3000 1000 2000 | web.search 3 | -        | 0.375   | 0.064     | 0.03      | 0.469   | 0.3      | 0.015

        # Agent rate and minimum fee
        no own rate: the default             | plain        | openai:gpt-4 | ok          | 6000 0 0 2000     | -            | -        | 0.375   | 0.04      | 0         | 0.415   | 0.3      | 0
        below the minimum                    | min_bill     | x:at-cost    | ok          | 3000 0 0 1000     | -            | -        | 0.05    | 0.05      | 0         | 0.1     | 0.05     | 0
        equal to the minimum                 | min_bill     | x:at-cost    | ok          | 4000 0 0 1000     | -            | -        | 0.06    | 0.05      | 0         | 0.11    | 0.06     | 0
        above the minimum                    | min_bill     | x:at-cost    | ok          | 4000 0 0 2000     | -            | -        | 0.08    | 0.06      | 0         | 0.14    | 0.08     | 0
        no tokens at all: the minimum        | min_bill     | x:at-cost    | ok          | 0 0 0 0           | -            | -        | 0       | 0.05      | 0         | 0.05    | 0        | 0
        no tokens, no minimum: nothing       | research_pro | openai:gpt-4 | ok          | 0 0 0 0           | -            | -        | 0       | 0         | 0         | 0       | 0        | 0
        only input                           | research_pro | openai:gpt-4 | ok          | 1000 0 0 0        | -            | -        | 0.0375  | 0.008     | 0         | 0.0455  | 0.03     | 0
        only output                          | research_pro | openai:gpt-4 | ok          | 0 0 0 1000        | -            | -        | 0.075   | 0.008     | 0         | 0.083   | 0.06     | 0
        one token                            | research_pro | openai:gpt-4 | ok          | 1 0 0 0           | -            | -        | 0.0000375 | 0.000008  | 0         | 0.0000455 | 0.00003  | 0
        a gift of a model                    | research_pro | x:gift       | ok          | 6000 0 0 2000     | -            | -        | 0       | 0.064     | 0         | 0.064   | 0        | 0

        # Failed and aborted jobs
        bill: no minimum                     | min_bill     | x:at-cost    | failed      | 3000 0 0 1000     | web.search 3 | -        | 0.05    | 0.04      | 0.03      | 0.12    | 0.05     | 0.015
        bill, aborted                        | min_bill     | x:at-cost    | aborted     | 3000 0 0 1000     | web.search 3 | -        | 0.05    | 0.04      | 0.03      | 0.12    | 0.05     | 0.015
        output only                          | min_output   | x:at-cost    | failed      | 3000 0 0 1000     | web.search 3 | -        | 0.02    | 0.01      | 0.03      | 0.06    | 0.05     | 0.015
        output only, aborted                 | min_output   | x:at-cost    | aborted     | 3000 0 0 1000     | web.search 3 | -        | 0.02    | 0.01      | 0.03      | 0.06    | 0.05     | 0.015
        output only, cached input counts 0   | min_output   | x:cached     | failed      | 10000 5000 2000 1000 | web.search 3 | -        | 0.018   | 0.01      | 0.03      | 0.058   | 0.033    | 0.015
        output only, but it succeeded        | min_output   | x:at-cost    | ok          | 3000 0 0 1000     | web.search 3 | -        | 0.05    | 0.05      | 0.03      | 0.13    | 0.05     | 0.015
        free                                 | min_free     | x:at-cost    | failed      | 3000 0 0 1000     | web.search 3 | -        | 0       | 0         | 0         | 0       | 0.05     | 0.015
        free, aborted                        | min_free     | x:at-cost    | aborted     | 3000 0 0 1000     | web.search 3 | -        | 0       | 0         | 0         | 0       | 0.05     | 0.015
        free, but it succeeded               | min_free     | x:at-cost    | ok          | 3000 0 0 1000     | web.search 3 | -        | 0.05    | 0.05      | 0.03      | 0.13    | 0.05     | 0.015
        free, cost as reported               | min_free     | x:at-cost    | failed      | 3000 0 0 1000     | web.search 3 | 0.2      | 0       | 0         | 0         | 0       | 0.2      | 0.015

        # BYOK
        known route                          | research_pro | openai:gpt-4 | ok byok     | 6000 0 0 2000     | web.search 3 | -        | 0       | 0.064     | 0.03      | 0.094   | 0        | 0.015
        unknown route                        | research_pro | x:nowhere    | ok byok     | 6000 0 0 2000     | web.search 3 | -        | 0       | 0.064     | 0.03      | 0.094   | 0        | 0.015
        a reported cost is not ours          | research_pro | openai:gpt-4 | ok byok     | 6000 0 0 2000     | web.search 3 | 0.3      | 0       | 0.064     | 0.03      | 0.094   | 0        | 0.015
        the minimum stays                    | min_bill     | openai:gpt-4 | ok byok     | 1000 0 0 0        | -            | -        | 0       | 0.05      | 0         | 0.05    | 0        | 0
        output only                          | min_output   | openai:gpt-4 | failed byok | 3000 0 0 1000     | web.search 3 | -        | 0       | 0.01      | 0.03      | 0.04    | 0        | 0.015
        free                                 | min_free     | openai:gpt-4 | failed byok | 3000 0 0 1000     | web.search 3 | -        | 0       | 0         | 0         | 0       | 0        | 0.015

        # Tools
        fractions of a unit                  | research_pro | x:gift       | ok          | 0 0 0 0           | compute.sandbox 12.5 | -        | 0       | 0         | 0.00625   | 0.00625 | 0        | 0.0025
        smallest unit                        | research_pro | x:gift       | ok          | 0 0 0 0           | compute.sandbox 0.000001 | -        | 0       | 0         | 0.0000000005 | 0.0000000005 | 0        | 0.0000000002
        the same tool twice                  | research_pro | x:gift       | ok          | 0 0 0 0           | web.search 3, web.search 2 | -        | 0       | 0         | 0.05      | 0.05    | 0        | 0.025
        three tools                          | research_pro | x:gift       | ok          | 0 0 0 0           | web.search 3, image.process 2, compute.sandbox 60 | -        | 0       | 0         | 0.14      | 0.14    | 0        | 0.067
        each entry is rounded: 2 × 0.5 is 2  | research_pro | x:gift       | ok          | 0 0 0 0           | x.tiny 0.5, x.tiny 0.5 | -        | 0       | 0         | 0.000000000002 | 0.000000000002 | 0        | 0.000000000002
        a loss: negative margin              | research_pro | x:gift       | ok          | 0 0 0 0           | x.loss 10    | -        | 0       | 0         | 0.1       | 0.1     | 0        | 0.5

        # Cost
        as reported                          | research_pro | openai:gpt-4 | ok          | 6000 0 0 2000     | web.search 3 | 0.29     | 0.375   | 0.064     | 0.03      | 0.469   | 0.29     | 0.015
        reported 0 is 0                      | research_pro | openai:gpt-4 | ok          | 6000 0 0 2000     | web.search 3 | 0.00     | 0.375   | 0.064     | 0.03      | 0.469   | 0        | 0.015
        reported above the fee               | research_pro | openai:gpt-4 | ok          | 6000 0 0 2000     | web.search 3 | 1.5      | 0.375   | 0.064     | 0.03      | 0.469   | 1.5      | 0.015
        reported, rounded                    | research_pro | openai:gpt-4 | ok          | 6000 0 0 2000     | web.search 3 | 0.3000000000005 | 0.375   | 0.064     | 0.03      | 0.469   | 0.300000000001 | 0.015

        # Rounding to 12 decimals, half away from zero
        model, half goes up                  | research_pro | x:half       | ok          | 1 0 0 0           | -            | -        | 0.000000000001 | 0.000008  | 0         | 0.000008000001 | 0.000000000001 | 0
        agent, half goes up                  | half         | x:below      | ok byok     | 1 0 0 0           | -            | -        | 0       | 0.000000000001 | 0         | 0.000000000001 | 0        | 0
        once, after the markup: 0.4 × 1.25   | research_pro | x:below      | ok          | 1 0 0 0           | -            | -        | 0.000000000001 | 0.000008  | 0         | 0.000008000001 | 0        | 0
        below half goes down, above goes up  | research_pro | x:below      | ok          | 0 0 0 0           | x.tiny 0.499999, x.tiny 0.500001 | -        | 0       | 0         | 0.000000000001 | 0.000000000001 | 0        | 0.000000000001
        3 × 0.5 is 1.5, not 3 × 1            | half         | x:half       | ok          | 3 0 0 0           | -            | -        | 0.000000000002 | 0.000000000002 | 0         | 0.000000000004 | 0.000000000002 | 0

        # Inactive rows price finished jobs
        route, agent and tool off            | off          | x:off        | ok          | 6000 0 0 2000     | x.off 3      | -        | 0.375   | 0.064     | 0.03      | 0.469   | 0.3      | 0.015

        # Bounds
        largest of everything                | dearest      | x:dearest    | ok          | 1000000000 0 0 1000000000 | x.dearest 1000000 | -        | 202000000000 | 2000000000 | 10000000000 | 214000000000 | 2000000000 | 10000000000
        largest minimum fee                  | dearest      | x:at-cost    | ok          | 1 0 0 0           | -            | -        | 0.00001 | 1000000   | 0         | 1000000.00001 | 0.00001  | 0
        """;
}
