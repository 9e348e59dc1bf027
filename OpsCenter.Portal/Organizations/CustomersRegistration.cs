using OpsCenter.Portal.Organizations.Notes;
using OpsCenter.Portal.Organizations.Pages;
using OpsCenter.Portal.Shell.Exports;

namespace OpsCenter.Portal.Organizations;

/// <summary>What the pages about customers need.</summary>
public static class CustomersRegistration
{
    /// <summary>Registers commands and queries of customers; the database must be registered as well.</summary>
    public static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddSingleton<CustomerQueries>()
        .AddSingleton<IListExport, CustomerExport>()
        .AddSingleton<CustomerChange>()
        .AddSingleton<CreateCustomer>()
        .AddSingleton<OpenCustomersPages>()
        .AddScoped<OpenedCustomers>()
        .AddSingleton<RenameCustomer>()
        .AddSingleton<SuspendCustomer>()
        .AddSingleton<ResumeCustomer>()
        .AddSingleton<WriteNote>()
        .AddSingleton<RemoveNote>()
        .AddSingleton<NoteQueries>()
        .AddSingleton<CustomerCommands>()
        .AddScoped<CustomerActs>();
}
