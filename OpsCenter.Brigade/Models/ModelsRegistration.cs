namespace OpsCenter.Brigade.Models;

/// <summary>Registers what executes jobs.</summary>
internal static class ModelsRegistration
{
    public static void AddModels(this WebApplicationBuilder builder)
    {
        ModelEndpoint.Validate(builder.Configuration);
        builder.Services.AddSingleton<ModelHttp>();
        builder.Services.AddSingleton<ModelRegistry>();
    }
}
