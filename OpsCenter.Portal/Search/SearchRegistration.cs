using OpsCenter.Portal.Shell.Search;

namespace OpsCenter.Portal.Search;

/// <summary>Registers what the search finds beside the pages of the frame.</summary>
public static class SearchRegistration
{
    /// <summary>Adds records and commands; the capabilities they belong to must be registered as well.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddScoped<ISearchSource, RecordSearch>()
        .AddScoped<ISearchSource, CommandSearch>();
}
