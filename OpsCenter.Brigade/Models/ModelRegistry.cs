using System.Collections.Concurrent;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Brigade.Models;

/// <summary>Which model executes the jobs of a route: the endpoint of the setting <c>Models:provider:model</c>, else the built-in one.</summary>
public sealed class ModelRegistry(IConfiguration configuration, ModelHttp http)
{
    private readonly BuiltInModel builtIn = new();
    private readonly ConcurrentDictionary<string, IJobModel> byRoute = new(StringComparer.Ordinal);

    /// <summary>The route's model.</summary>
    public IJobModel For(LlmRoute route) => byRoute.GetOrAdd(
        route.Route,
        name => ModelEndpoint.Find(configuration, name) is { } endpoint ? new OpenAiModel(endpoint, http) : builtIn);
}
