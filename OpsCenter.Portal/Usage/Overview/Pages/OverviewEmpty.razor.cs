using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>What to do when no job has ever been reported.</summary>
public sealed partial class OverviewEmpty
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string Example =>
        $$"""
        curl {{Navigation.BaseUri}}api/v1/usage/record \
          -H "Authorization: Bearer $OPSCENTER_BRIGADE_KEY" \
          -H "Content-Type: application/json" \
          -d '{ "customer_id": "…", "agent_name": "research_pro", "route_used": "openai:gpt-4",
                "input_tokens": 6000, "output_tokens": 2000, "byok_used": false,
                "tools_used": [ { "tool": "web.search", "units": 3 } ] }'
        """;
}
