using Microsoft.Extensions.Options;

namespace OpsCenter.Brigade.Models;

/// <summary>An OpenAI-compatible endpoint that executes the jobs of a route. Not a record: its text would hold a key.</summary>
internal sealed class ModelEndpoint
{
    /// <summary>The address that <c>chat/completions</c> is added to, with a slash at its end.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The house's key; null when the endpoint needs none.</summary>
    public required string? ApiKey { get; init; }

    /// <summary>The endpoint's name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Reads <c>Models:provider:model</c>; null when the route has no endpoint.</summary>
    /// <exception cref="OptionsValidationException">The address cannot be used.</exception>
    public static ModelEndpoint? Find(IConfiguration configuration, string route)
    {
        var section = configuration.GetSection($"Models:{route}");
        if (section["BaseUrl"] is not { Length: > 0 } address)
            return null;

        if (!Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new OptionsValidationException("Models", typeof(ModelEndpoint), [$"{section.Path}:BaseUrl must be an http or https address."]);

        return new ModelEndpoint
        {
            BaseUrl = url,
            ApiKey = section["ApiKey"] is { Length: > 0 } key ? key : null,
            Model = section["Model"] is { Length: > 0 } model ? model : route[(route.IndexOf(':', StringComparison.Ordinal) + 1)..],
        };
    }

    /// <summary>Refuses settings that no job could use.</summary>
    /// <exception cref="OptionsValidationException">An address cannot be used.</exception>
    public static void Validate(IConfiguration configuration)
    {
        const string Ending = ":BaseUrl";
        foreach (var path in configuration.GetSection("Models").AsEnumerable().Select(pair => pair.Key))
        {
            if (path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
                Find(configuration, path["Models:".Length..^Ending.Length]);
        }
    }
}
